// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace carillon {

/// Translates what is said outside of QObjects: `CoreText::tr("There is no file “%1”.")`.
///
/// A function called plainly `tr` will not do: lupdate files its texts under whatever class or
/// namespace it stands in, where the running program does not look.
struct CoreText
{
    Q_DECLARE_TR_FUNCTIONS(CoreText)
};

} // namespace carillon
