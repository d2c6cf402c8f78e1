// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"

#include <QCheckBox>
#include <QDateTimeEdit>

#include <optional>

namespace carillon::ui {

/// A date and a time of day, read in whichever zone is asked for. Returns the instant it was given
/// unchanged, fractions and second passes included, until the user edits it or the zone is another.
class MomentEdit : public QDateTimeEdit
{
    Q_OBJECT

public:
    explicit MomentEdit(const QString &name);

    LocalTime local() const;
    Instant instant(const Zone &zone) const;
    void setInstant(Instant instant, const Zone &zone);

private:
    struct Exact
    {
        Instant instant;
        Zone zone;
    };
    std::optional<Exact> m_exact;
};

/// A moment that may be left open.
class OptionalMomentEdit : public QWidget
{
    Q_OBJECT

public:
    /// The children are named `name` with `Check` and `Edit` at the end.
    explicit OptionalMomentEdit(const QString &name);

    /// The moment shown while it is still open.
    void setSuggestion(Instant instant, const Zone &zone);
    std::optional<Instant> instant(const Zone &zone) const;
    void setInstant(std::optional<Instant> instant, const Zone &zone);
    /// What the check box says.
    void setText(const QString &text);
    MomentEdit *moment() const { return m_moment; }

signals:
    void valueChanged();

private:
    QCheckBox *m_isSet;
    MomentEdit *m_moment;
};

} // namespace carillon::ui
