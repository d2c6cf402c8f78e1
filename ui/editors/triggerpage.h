// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"
#include "core/triggers/trigger.h"
#include "ui/editors/editorpart.h"

namespace carillon::ui {

/// The fields of one kind of trigger.
class TriggerPage : public EditorPart
{
    Q_OBJECT

public:
    using EditorPart::EditorPart;

    virtual Result<Trigger> value() const = 0;
    /// Takes over a trigger of this page's kind and zone; triggers of other kinds are not for it.
    virtual void setValue(const Trigger &trigger) = 0;
    /// The zone in which times are written. What stands in the fields stays as it is.
    virtual void setZone(const Zone &zone) = 0;
    /// What happens to times that have passed; for remarks.
    virtual void setRules(const Rules &) {}
};

/// Ends-before-it-starts, in the words of both fields; nothing if the order is right.
std::vector<Error> checkOrder(std::optional<Instant> start, std::optional<Instant> end,
                              const Zone &zone);

} // namespace carillon::ui
