// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/cronoptionsedit.h"

#include "ui/editors/fieldchecks.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/form.h"
#include "ui/editors/momentedit.h"
#include "ui/editors/triggerpage.h"

#include <QComboBox>

namespace carillon::ui {

using namespace std::chrono_literals;

CronOptionsEdit::CronOptionsEdit(const Clock &clock)
    : m_zone(Zone::system()),
      m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_start(new OptionalMomentEdit(u"editorCronStart"_qs)),
      m_end(new OptionalMomentEdit(u"editorCronEnd"_qs)),
      m_gap(new QComboBox),
      m_overlap(new QComboBox)
{
    build();
    const Instant now = std::chrono::floor<std::chrono::minutes>(clock.now());
    m_start->setSuggestion(now, m_zone);
    m_end->setSuggestion(now + 24h * 7, m_zone);
    for (OptionalMomentEdit *limit : {m_start, m_end}) {
        connect(limit, &OptionalMomentEdit::valueChanged, this, [this] {
            m_checks->edited(m_end);
            emit valueChanged();
        });
    }
    for (QComboBox *box : {m_gap, m_overlap})
        connect(box, &QComboBox::currentIndexChanged, this, &CronOptionsEdit::valueChanged);
    retranslate();
}

void CronOptionsEdit::build()
{
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_startLabel = addField(form, m_start, m_checks->add({u"start_date"_qs}, m_start));
    m_endLabel = addField(form, m_end, m_checks->add({u"end_date"_qs}, m_end));
    buildPolicies(form);
}

void CronOptionsEdit::buildPolicies(QFormLayout *form)
{
    m_gap->setObjectName(u"editorCronGapCombo"_qs);
    m_overlap->setObjectName(u"editorCronOverlapCombo"_qs);
    for (const DstGap gap : {DstGap::Shift, DstGap::Skip})
        m_gap->addItem({}, int(gap));
    for (const DstOverlap overlap : {DstOverlap::Auto, DstOverlap::First, DstOverlap::Both})
        m_overlap->addItem({}, int(overlap));
    for (QComboBox *box : {m_gap, m_overlap}) { // long texts must not widen a narrow window
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_gapLabel = addField(form, m_gap);
    m_overlapLabel = addField(form, m_overlap);
}

CronOptions CronOptionsEdit::options() const
{
    return {m_start->instant(m_zone), m_end->instant(m_zone), DstGap(m_gap->currentData().toInt()),
            DstOverlap(m_overlap->currentData().toInt())};
}

void CronOptionsEdit::setOptions(const CronOptions &options, const Zone &zone)
{
    const QSignalBlocker quiet(this);
    m_zone = zone;
    m_start->setInstant(options.start, zone);
    m_end->setInstant(options.end, zone);
    m_gap->setCurrentIndex(m_gap->findData(int(options.gap)));
    m_overlap->setCurrentIndex(m_overlap->findData(int(options.overlap)));
    m_checks->clear();
}

std::vector<Error> CronOptionsEdit::problems() const
{
    return checkOrder(m_start->instant(m_zone), m_end->instant(m_zone), m_zone);
}

void CronOptionsEdit::retranslate()
{
    m_startLabel->setText(tr("From"));
    m_start->setText(tr("Start at"));
    m_endLabel->setText(tr("Until"));
    m_end->setText(tr("End at"));
    m_gapLabel->setText(tr("Skipped times"));
    m_gap->setToolTip(tr("What to do about a time that the clocks skip when they go forward "
                         "[dst_gap]"));
    m_gap->setItemText(0, tr("Run right after the change"));
    m_gap->setItemText(1, tr("Do not run"));
    m_overlapLabel->setText(tr("Repeated times"));
    m_overlap->setToolTip(tr("What to do about a time that comes twice when the clocks go back "
                             "[dst_overlap]"));
    m_overlap->setItemText(0, tr("Twice if it runs in every hour, else once"));
    m_overlap->setItemText(1, tr("Run once, the first time"));
    m_overlap->setItemText(2, tr("Run twice"));
}

} // namespace carillon::ui
