// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/encodingcombo.h"

namespace carillon::ui {

EncodingCombo::EncodingCombo(const QString &name)
{
    setObjectName(name);
    for (const QString &encoding : encodingNames())
        addItem(encoding, encoding);
}

TextEncoding EncodingCombo::value() const
{
    return encodingNamed(currentData().toString()).value_or(TextEncoding::Auto);
}

void EncodingCombo::setValue(TextEncoding encoding)
{
    setCurrentIndex(findData(encodingName(encoding)));
}

void EncodingCombo::retranslate()
{
    setItemText(findData(encodingName(TextEncoding::Auto)), tr("Automatic"));
    setItemText(findData(encodingName(TextEncoding::System)), tr("As this computer has it"));
    setToolTip(tr("How the bytes of the output are read as text; the log keeps them as they came "
                  "[encoding]"));
}

} // namespace carillon::ui
