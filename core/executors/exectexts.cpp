// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/exectexts.h"

#include "core/executors/launch.h"

#include <QFile>

namespace carillon {

ExecTexts::ExecTexts(const Launch &launch)
    : program(QFile::encodeName(launch.program)),
      folder(QFile::encodeName(launch.folder))
{
    m_texts.push_back(program);
    for (const QString &argument : launch.arguments)
        m_texts.push_back(argument.toLocal8Bit());
    const auto variables = m_texts.size();
    for (const QString &variable : launch.environment.toStringList())
        m_texts.push_back(variable.toLocal8Bit());
    m_texts.push_back(QByteArray(markVariable) + '=' + markText(launch.mark));
    for (size_t i = 0; i < m_texts.size(); ++i)
        (i < variables ? arguments : environment).push_back(m_texts[i].data());
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
}

} // namespace carillon
