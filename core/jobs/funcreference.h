// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"

namespace carillon {

/// The one textual form of an action, shared by API, command line, jobs file, store and editor.
///
/// | func                              | args                  | kwargs                        |
/// |-----------------------------------|-----------------------|-------------------------------|
/// | `package.module:object.attribute` | passed on             | passed on                     |
/// | `package.module.Class("text", 1)` | none                  | none                          |
/// | `carillon:command`                | program, argument, …  | cwd env stdin encoding shell  |
/// | `carillon:script`                 | path, argument, …     | cwd env stdin encoding        |
/// | `carillon:http`                   | url                   | httpFromJson                  |
/// | `carillon:log` `:sleep` `:noop`   | text / seconds / none | none                          |
struct FuncReference
{
    QString func;
    QJsonArray args;
    QJsonObject kwargs;

    bool operator==(const FuncReference &) const = default;
};

/// Fails with InvalidInput naming `func`, `args` or `kwargs`, what is wrong and what is accepted.
/// Checks forms only; whether a file exists is jobrules' business.
Result<Action> actionFromFunc(const FuncReference &reference);

FuncReference funcFromAction(const Action &action);

} // namespace carillon
