// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace carillon {

struct Launch;

/// The texts of a launch as exec wants them.
class ExecTexts
{
    Q_DISABLE_COPY_MOVE(ExecTexts)

public:
    explicit ExecTexts(const Launch &launch);

    QByteArray program;
    QByteArray folder;
    std::vector<char *> arguments;
    std::vector<char *> environment;

private:
    std::vector<QByteArray> m_texts;
};

} // namespace carillon
