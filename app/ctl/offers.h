// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/completion.h"

namespace carillon::ctl {

/// What there is of a kind to be offered on the command line; `words` may name a profile.
QList<Completions::Candidate> offered(Offer offer, const QStringList &words);

} // namespace carillon::ctl
