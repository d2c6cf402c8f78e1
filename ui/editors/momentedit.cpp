// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/momentedit.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimeZone>

namespace carillon::ui {

namespace {

/// Moments under each other stand in one line.
constexpr int checkCharacters = 13;

// The widget's own zone is UTC throughout: it only carries what a wall clock shows.
QDateTime carrier(LocalTime local)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(local.time_since_epoch());
    return QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC);
}

} // namespace

MomentEdit::MomentEdit(const QString &name)
{
    setObjectName(name);
    setTimeSpec(Qt::UTC);
    setCalendarPopup(true);
    setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_qs);
    connect(this, &QDateTimeEdit::dateTimeChanged, this, [this] { m_exact.reset(); });
}

LocalTime MomentEdit::local() const
{
    return LocalTime(std::chrono::seconds(dateTime().toSecsSinceEpoch()));
}

Instant MomentEdit::instant(const Zone &zone) const
{
    if (m_exact && m_exact->zone == zone)
        return m_exact->instant;
    return zone.fromLocal(local());
}

void MomentEdit::setInstant(Instant instant, const Zone &zone)
{
    setDateTime(carrier(zone.toLocal(instant)));
    m_exact = Exact{instant, zone};
}

OptionalMomentEdit::OptionalMomentEdit(const QString &name)
    : m_isSet(new QCheckBox),
      m_moment(new MomentEdit(name + u"Edit"_qs))
{
    setObjectName(name);
    m_isSet->setObjectName(name + u"Check"_qs);
    m_isSet->setMinimumWidth(fontMetrics().averageCharWidth() * checkCharacters);
    m_moment->setEnabled(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_isSet);
    layout->addWidget(m_moment);
    layout->addStretch();
    setFocusProxy(m_moment);
    connect(m_isSet, &QCheckBox::toggled, this, [this](bool on) {
        m_moment->setEnabled(on);
        emit valueChanged();
    });
    connect(m_moment, &MomentEdit::dateTimeChanged, this, [this] { emit valueChanged(); });
}

void OptionalMomentEdit::setSuggestion(Instant instant, const Zone &zone)
{
    const QSignalBlocker quiet(this);
    m_moment->setInstant(std::chrono::floor<std::chrono::seconds>(instant), zone);
}

std::optional<Instant> OptionalMomentEdit::instant(const Zone &zone) const
{
    return m_isSet->isChecked() ? std::optional(m_moment->instant(zone)) : std::nullopt;
}

void OptionalMomentEdit::setInstant(std::optional<Instant> instant, const Zone &zone)
{
    const QSignalBlocker quiet(this);
    m_isSet->setChecked(instant.has_value());
    if (instant)
        m_moment->setInstant(*instant, zone);
}

void OptionalMomentEdit::setText(const QString &text)
{
    m_isSet->setText(text);
    m_moment->setAccessibleName(text);
}

} // namespace carillon::ui
