// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace carillon::ctl {

/// Opens a text in the editor that VISUAL or EDITOR names, and hands what was made of it to `take`,
/// unless it was left as it was. What `take` refuses is not lost: the file is kept then, and named
/// in the error. `name` is that of the file.
Result<bool> editText(const QString &name, const QByteArray &text,
                      const std::function<Result<>(const QByteArray &)> &take);

} // namespace carillon::ctl
