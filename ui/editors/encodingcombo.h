// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/textencoding.h"

#include <QComboBox>

namespace carillon::ui {

/// Chooses what the output of a job is encoded in.
class EncodingCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit EncodingCombo(const QString &name);

    TextEncoding value() const;
    void setValue(TextEncoding encoding);
    /// To be called at each change of language.
    void retranslate();
};

} // namespace carillon::ui
