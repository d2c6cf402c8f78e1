// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/oncepage.h"

#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/momentedit.h"
#include "ui/format/durationtext.h"
#include "ui/format/relativetime.h"

#include <QPushButton>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours evening{22};
constexpr std::chrono::hours morning{9};

} // namespace

OncePage::OncePage(const Clock &clock)
    : m_clock(clock),
      m_zone(Zone::system()),
      m_checks(new FieldChecks([] { return std::vector<Error>{}; }, this)),
      m_moment(new MomentEdit(u"editorOnceEdit"_qs)),
      m_soon(new QPushButton),
      m_tonight(new QPushButton),
      m_tomorrow(new QPushButton),
      m_remark(createRemark(u"editorOnceRemark"_qs))
{
    build();
    m_moment->setInstant(std::chrono::ceil<std::chrono::minutes>(m_clock.now() + 10min), m_zone);
    connect(m_moment, &MomentEdit::dateTimeChanged, this, [this] {
        m_checks->edited(m_moment);
        updateRemark();
        emit valueChanged();
    });
    connect(m_soon, &QPushButton::clicked, this, [this] { pick(m_clock.now() + 10min); });
    connect(m_tonight, &QPushButton::clicked, this, [this] { pick(next(evening)); });
    connect(m_tomorrow, &QPushButton::clicked, this, [this] {
        const auto today = std::chrono::floor<std::chrono::days>(m_zone.toLocal(m_clock.now()));
        pick(m_zone.fromLocal(today + 24h + morning));
    });
    retranslate();
}

void OncePage::build()
{
    m_soon->setObjectName(u"editorOnceSoonButton"_qs);
    m_tonight->setObjectName(u"editorOnceTonightButton"_qs);
    m_tomorrow->setObjectName(u"editorOnceTomorrowButton"_qs);
    auto *picks = new QHBoxLayout;
    picks->setSpacing(6);
    for (QPushButton *button : {m_soon, m_tonight, m_tomorrow})
        picks->addWidget(button);
    picks->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_moment);
    row->addStretch();
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_momentLabel = addFields(form, row, m_moment, m_checks->add({u"run_date"_qs}, m_moment));
    form->addRow(picks);
    form->addRow(QString(), m_remark);
}

Result<Trigger> OncePage::value() const
{
    return Trigger(DateTrigger(m_moment->instant(m_zone), m_zone));
}

void OncePage::setValue(const Trigger &trigger)
{
    const auto *date = trigger.as<DateTrigger>();
    if (!date)
        return;
    const QSignalBlocker quiet(m_moment);
    m_zone = date->zone();
    m_saved = date->when();
    m_moment->setInstant(date->when(), m_zone);
    m_checks->clear();
    updateRemark();
}

void OncePage::setZone(const Zone &zone)
{
    m_zone = zone;
    updateRemark();
}

void OncePage::setRules(const Rules &rules)
{
    m_rules = rules;
    updateRemark();
}

void OncePage::pick(Instant instant)
{
    m_moment->setInstant(std::chrono::floor<std::chrono::seconds>(instant), m_zone);
}

Instant OncePage::next(std::chrono::hours hour) const
{
    const Instant now = m_clock.now();
    const auto today = std::chrono::floor<std::chrono::days>(m_zone.toLocal(now));
    const Instant first = m_zone.fromLocal(today + hour);
    return first > now ? first : m_zone.fromLocal(today + 24h + hour);
}

void OncePage::updateRemark()
{
    const Instant when = m_moment->instant(m_zone);
    const Duration late = m_clock.now() - when;
    if (late > 0s && when == m_saved)
        m_remark->setText(tr("This time has passed. The job runs again only with a new time."));
    else
        m_remark->setText(late > 0s ? passedRemark(late) : clockChangeRemark());
    m_remark->setVisible(!m_remark->text().isEmpty());
}

QString OncePage::passedRemark(Duration late) const
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(late);
    if (m_rules.missed != MissedRule::Skip && (!m_rules.grace || late <= *m_rules.grace))
        return tr("In the past: it will run immediately if saved (late by %1).")
            .arg(durationText(seconds));
    return tr("In the past: it will not run, because the missed-run rule does not allow it to be "
              "late by %1.")
        .arg(durationText(seconds));
}

QString OncePage::clockChangeRemark() const
{
    const LocalTime local = m_moment->local();
    const LocalLookup found = m_zone.lookup(local);
    if (found.kind == LocalLookup::Kind::Gap)
        return tr("The clocks skip this time in %1: it will run at %2.")
            .arg(m_zone.id(), clockTime(found.first, m_zone));
    if (found.kind == LocalLookup::Kind::Overlap)
        return tr("The clocks show this time twice in %1: it will run the first time.")
            .arg(m_zone.id());
    return {};
}

void OncePage::retranslate()
{
    m_momentLabel->setText(tr("&Date and time"));
    setButtonText(m_soon, tr("In 10 minutes"));
    setButtonText(m_tonight, tr("Tonight 22:00"));
    setButtonText(m_tomorrow, tr("Tomorrow 09:00"));
    updateRemark();
}

} // namespace carillon::ui
