// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/intervalpage.h"

#include "ui/editors/durationedit.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/momentedit.h"

#include <QLabel>

namespace carillon::ui {

using namespace std::chrono_literals;

IntervalPage::IntervalPage(const Clock &clock)
    : m_clock(clock),
      m_zone(Zone::system()),
      m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_step(new DurationEdit(u"editorInterval"_qs,
                              {DurationEdit::Unit::Second, DurationEdit::Unit::Minute,
                               DurationEdit::Unit::Hour, DurationEdit::Unit::Day,
                               DurationEdit::Unit::Week})),
      m_start(new OptionalMomentEdit(u"editorIntervalStart"_qs)),
      m_end(new OptionalMomentEdit(u"editorIntervalEnd"_qs)),
      m_startRemark(createRemark(u"editorIntervalStartRemark"_qs)),
      m_driftRemark(createRemark(u"editorIntervalDriftRemark"_qs))
{
    build();
    m_step->setValue(1h);
    const Instant now = std::chrono::floor<std::chrono::minutes>(m_clock.now());
    m_start->setSuggestion(now + 1min, m_zone);
    m_end->setSuggestion(now + 24h * 7, m_zone);
    const auto report = [this](const QWidget *field) {
        m_checks->edited(field);
        m_startRemark->setVisible(!m_start->instant(m_zone));
        emit valueChanged();
    };
    connect(m_step, &DurationEdit::valueChanged, this, [=, this] { report(m_step); });
    connect(m_start, &OptionalMomentEdit::valueChanged, this, [=, this] {
        report(m_start);
        m_checks->edited(m_end);
    });
    connect(m_end, &OptionalMomentEdit::valueChanged, this, [=, this] { report(m_end); });
    retranslate();
}

void IntervalPage::build()
{
    const QStringList units{u"weeks"_qs, u"days"_qs, u"hours"_qs, u"minutes"_qs, u"seconds"_qs};
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_stepLabel = addField(form, m_step, m_checks->add(units, m_step), m_driftRemark);
    m_limitsLabel =
        addField(form, m_start, m_checks->add({u"start_date"_qs}, m_start), m_startRemark);
    m_endLabel = addField(form, m_end, m_checks->add({u"end_date"_qs}, m_end));
}

Result<Trigger> IntervalPage::value() const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    const auto trigger =
        IntervalTrigger::create(start(), m_step->value(), m_end->instant(m_zone), m_zone);
    if (!trigger)
        return trigger.error();
    const auto chosen = m_start->instant(m_zone);
    const bool isOpen = !chosen || chosen == m_openStart;
    return Trigger(isOpen ? trigger->withOpenStart() : *trigger);
}

std::vector<Error> IntervalPage::problems() const
{
    if (m_step->value() <= 0s)
        return {Error{ErrorCode::InvalidInput,
                      tr("An interval of 0 would never end — use more than 0."), u"seconds"_qs}};
    return checkOrder(start(), m_end->instant(m_zone), m_zone);
}

Instant IntervalPage::start() const
{
    if (const auto chosen = m_start->instant(m_zone))
        return *chosen;
    return std::chrono::floor<std::chrono::seconds>(m_clock.now()) + m_step->value();
}

void IntervalPage::setValue(const Trigger &trigger)
{
    const auto *interval = trigger.as<IntervalTrigger>();
    if (!interval)
        return;
    m_zone = interval->zone();
    m_step->setValue(interval->step());
    m_start->setInstant(interval->start(), m_zone);
    m_openStart = interval->hasOpenStart() ? m_start->instant(m_zone) : std::nullopt;
    m_end->setInstant(interval->end(), m_zone);
    m_startRemark->hide();
    m_checks->clear();
}

void IntervalPage::setZone(const Zone &zone)
{
    m_zone = zone;
}

void IntervalPage::retranslate()
{
    m_stepLabel->setText(tr("E&very"));
    m_step->setSpokenName(tr("Length of the interval"));
    m_limitsLabel->setText(tr("From"));
    m_start->setText(tr("Start at"));
    m_startRemark->setText(tr("Without a start, the first run is one interval after saving."));
    m_endLabel->setText(tr("Until"));
    m_end->setText(tr("End at"));
    m_driftRemark->setText(tr("Counted from the start, not from the end of the previous run."));
}

} // namespace carillon::ui
