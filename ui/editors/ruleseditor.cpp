// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/ruleseditor.h"

#include "ui/editors/durationedit.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace carillon::ui {

using namespace std::chrono_literals;
using Unit = DurationEdit::Unit;

namespace {

constexpr int mostInstances = 1000;
constexpr int mostWaiting = 10'000;
enum Overlap { SkipRun, WaitInQueue, RunAlongside, ReplaceRun };

Overlap overlapOf(const Rules &rules)
{
    switch (rules.overlap) {
    case OverlapRule::Skip: return rules.maxInstances > 1 ? RunAlongside : SkipRun;
    case OverlapRule::Queue: return WaitInQueue;
    case OverlapRule::Replace: return ReplaceRun;
    }
    Q_UNREACHABLE();
}

std::chrono::seconds wholeSeconds(Duration length)
{
    return std::chrono::floor<std::chrono::seconds>(length);
}

} // namespace

RulesEditor::RulesEditor()
    : m_checks(new FieldChecks([] { return std::vector<Error>{}; }, this)),
      m_overlap(new QComboBox),
      m_instances(new QSpinBox),
      m_waiting(new QSpinBox),
      m_missed(new QComboBox),
      m_grace(
          new DurationEdit(u"editorGrace"_qs, {Unit::Second, Unit::Minute, Unit::Hour, Unit::Day})),
      m_anyLateness(new QCheckBox),
      m_hasTimeout(new QCheckBox),
      m_timeout(new DurationEdit(u"editorTimeout"_qs,
                                 {Unit::Second, Unit::Minute, Unit::Hour, Unit::Day})),
      m_stopDelay(new DurationEdit(u"editorStopDelay"_qs, {Unit::Second, Unit::Minute}))
{
    auto *form = createForm(this);
    buildOverlap(form);
    buildMissed(form);
    buildLimits(form);
    const auto report = [this] {
        enableFields();
        emit valueChanged();
    };
    for (QComboBox *box : {m_overlap, m_missed})
        connect(box, &QComboBox::currentIndexChanged, this, report);
    for (QCheckBox *box : {m_anyLateness, m_hasTimeout})
        connect(box, &QCheckBox::toggled, this, report);
    for (DurationEdit *length : {m_grace, m_timeout, m_stopDelay}) {
        connect(length, &DurationEdit::valueChanged, this, [this, length] {
            m_checks->edited(length);
            emit valueChanged();
        });
    }
    for (QSpinBox *number : {m_instances, m_waiting}) {
        connect(number, &QSpinBox::valueChanged, this, [this] {
            m_checks->edited(m_instances);
            emit valueChanged();
        });
    }
    setValue({});
    retranslate();
}

void RulesEditor::buildOverlap(QFormLayout *form)
{
    m_overlap->setObjectName(u"editorOverlapCombo"_qs);
    for (const Overlap choice : {SkipRun, WaitInQueue, RunAlongside, ReplaceRun})
        m_overlap->addItem({}, int(choice));
    m_instances->setObjectName(u"editorInstancesSpin"_qs);
    m_instances->setRange(2, mostInstances);
    m_waiting->setObjectName(u"editorWaitingSpin"_qs);
    m_waiting->setRange(1, mostWaiting);
    auto *row = new QHBoxLayout;
    row->addWidget(m_instances);
    row->addWidget(m_waiting);
    row->addStretch();
    m_overlapLabel = addField(form, m_overlap);
    m_instancesLabel =
        addFields(form, row, m_instances,
                  m_checks->add({u"max_instances"_qs, u"max_queued"_qs}, m_instances));
}

void RulesEditor::buildMissed(QFormLayout *form)
{
    m_missed->setObjectName(u"editorMissedCombo"_qs);
    for (const MissedRule rule : {MissedRule::RunOnce, MissedRule::RunAll, MissedRule::Skip})
        m_missed->addItem({}, int(rule));
    m_grace->setMinimum(1s);
    m_anyLateness->setObjectName(u"editorAnyLatenessCheck"_qs);
    auto *column = new QVBoxLayout;
    column->addWidget(m_grace);
    column->addWidget(m_anyLateness);
    m_missedLabel =
        addField(form, m_missed, m_checks->add({u"missed"_qs, u"coalesce"_qs}, m_missed));
    m_graceLabel =
        addFields(form, column, m_grace, m_checks->add({u"misfire_grace_time"_qs}, m_grace));
}

void RulesEditor::buildLimits(QFormLayout *form)
{
    m_hasTimeout->setObjectName(u"editorTimeoutCheck"_qs);
    m_timeout->setMinimum(1s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_hasTimeout);
    row->addWidget(m_timeout);
    row->addStretch();
    m_timeoutLabel = addFields(form, row, m_hasTimeout, m_checks->add({u"timeout"_qs}, m_timeout));
    m_stopLabel = addField(form, m_stopDelay, m_checks->add({u"stop_delay"_qs}, m_stopDelay));
}

Rules RulesEditor::value() const
{
    Rules rules = m_original;
    const auto overlap = Overlap(m_overlap->currentData().toInt());
    rules.overlap = OverlapRule::Skip;
    if (overlap == WaitInQueue)
        rules.overlap = OverlapRule::Queue;
    else if (overlap == ReplaceRun)
        rules.overlap = OverlapRule::Replace;
    if (overlap == SkipRun)
        rules.maxInstances = 1;
    else if (overlap == RunAlongside)
        rules.maxInstances = m_instances->value();
    rules.mostQueued = m_waiting->value();
    rules.missed = MissedRule(m_missed->currentData().toInt());
    rules.grace =
        m_anyLateness->isChecked() ? std::nullopt : std::optional(wholeSeconds(m_grace->value()));
    rules.timeout =
        m_hasTimeout->isChecked() ? std::optional(wholeSeconds(m_timeout->value())) : std::nullopt;
    rules.stopDelay = wholeSeconds(m_stopDelay->value());
    return rules;
}

void RulesEditor::setValue(const Rules &rules)
{
    const QSignalBlocker quiet(this);
    m_original = rules;
    m_overlap->setCurrentIndex(overlapOf(rules));
    m_instances->setValue(rules.maxInstances);
    m_waiting->setValue(rules.mostQueued);
    m_missed->setCurrentIndex(m_missed->findData(int(rules.missed)));
    m_anyLateness->setChecked(!rules.grace);
    m_grace->setValue(rules.grace.value_or(1h));
    m_hasTimeout->setChecked(rules.timeout.has_value());
    m_timeout->setValue(rules.timeout.value_or(10min));
    m_stopDelay->setValue(rules.stopDelay);
    m_checks->clear();
    enableFields();
}

void RulesEditor::enableFields()
{
    const int overlap = m_overlap->currentData().toInt();
    m_waiting->setVisible(overlap == WaitInQueue);
    m_instances->setVisible(overlap != WaitInQueue);
    m_instances->setEnabled(overlap == RunAlongside);
    m_grace->setEnabled(!m_anyLateness->isChecked());
    m_timeout->setEnabled(m_hasTimeout->isChecked());
}

void RulesEditor::retranslate()
{
    m_overlapLabel->setText(tr("If still &running"));
    m_overlap->setItemText(SkipRun, tr("Skip this run"));
    m_overlap->setItemText(WaitInQueue, tr("Wait in a queue"));
    m_overlap->setItemText(RunAlongside, tr("Run alongside"));
    m_overlap->setItemText(ReplaceRun, tr("Replace the running one"));
    m_instancesLabel->setText(tr("&At most"));
    m_instances->setSuffix(tr(" at a time"));
    m_waiting->setSuffix(tr(" waiting"));
    m_waiting->setAccessibleName(tr("Most waiting runs"));
    m_missedLabel->setText(tr("If &missed"));
    m_missed->setItemText(0, tr("Run once"));
    m_missed->setItemText(1, tr("Run every missed one"));
    m_missed->setItemText(2, tr("Skip"));
    m_graceLabel->setText(tr("If &late by up to"));
    m_grace->setSpokenName(tr("Greatest lateness"));
    m_anyLateness->setText(tr("However late"));
    m_timeoutLabel->setText(tr("&Time-out"));
    m_hasTimeout->setText(tr("Stop after"));
    m_timeout->setSpokenName(tr("Time-out"));
    m_stopLabel->setText(tr("Stop by &force after"));
    m_stopDelay->setSpokenName(tr("Delay before force"));
    retranslateTips();
}

void RulesEditor::retranslateTips()
{
    m_overlap->setToolTip(tr("What happens when the job falls due while it is still running "
                             "[overlap]"));
    m_instances->setToolTip(tr("How many runs of this job may go on at once [max_instances]"));
    m_waiting->setToolTip(tr("How many runs of this job may wait for their turn; what comes on top "
                             "is skipped [max_queued]"));
    m_missed->setToolTip(tr("What happens to times that passed while the computer slept or "
                            "Carillon was not running [coalesce, missed]"));
    m_grace->setToolTip(tr("How late a run may start; what is later is recorded as missed "
                           "[misfire_grace_time]"));
    m_anyLateness->setToolTip(tr("No time is ever too late [misfire_grace_time]"));
    m_hasTimeout->setToolTip(tr("A run that takes longer is stopped [timeout]"));
    m_timeout->setToolTip(m_hasTimeout->toolTip());
    m_stopDelay->setToolTip(tr("A run that is stopped gets a polite signal first; after this time "
                               "it is ended by force [stop_delay]"));
}

} // namespace carillon::ui
