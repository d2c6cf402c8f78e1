// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"

namespace carillon::ctl {

/// What may stand in the place of the word being written.
struct Completions
{
    struct Candidate
    {
        QString word;
        QString help = {};

        bool operator==(const Candidate &) const = default;
    };
    QList<Candidate> candidates = {}; ///< those that begin as the word does
    Offer offer = Offer::Nothing;     ///< what else, for the caller to look up
    QString begun = {};               ///< how what is offered must begin

    bool operator==(const Completions &) const = default;
};

/// `words` are those after the program's name up to the one being written, which may be empty.
Completions completionsOf(const std::vector<CommandSpec> &commands, const QStringList &words);

/// The shells there are scripts for.
const QStringList &completionShells();

/// What makes that shell ask `carillonctl __complete` when the Tab key is pressed.
QString completionScript(const QString &shell);

} // namespace carillon::ctl
