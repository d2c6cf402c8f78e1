// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/triggerpage.h"

#include "ui/format/relativetime.h"

namespace carillon::ui {

std::vector<Error> checkOrder(std::optional<Instant> start, std::optional<Instant> end,
                              const Zone &zone)
{
    if (!start || !end || *start <= *end)
        return {};
    return {Error{ErrorCode::InvalidInput,
                  TriggerPage::tr("Ends before it starts (end %1, start %2).")
                      .arg(clockTime(*end, zone), clockTime(*start, zone)),
                  u"end_date"_qs}};
}

} // namespace carillon::ui
