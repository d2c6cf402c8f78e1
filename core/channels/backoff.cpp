// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/backoff.h"

#include <algorithm>

namespace carillon {

Backoff::Length Backoff::next(double random)
{
    const Length whole = m_next;
    m_next = std::min(m_next * 2, m_longest);
    return whole - Length(Length::rep(double(whole.count()) * random / 2));
}

} // namespace carillon
