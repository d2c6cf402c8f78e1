// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/explain.h"

#include "core/scheduler/explainwords.h"
#include "core/scheduler/plan.h"
#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

namespace {

/// Collects the facts in order.
class Explanation
{
public:
    Explanation(const Run &run, const Job *job, const std::vector<Run> &related, const Zone &zone)
        : m_run(run),
          m_job(job),
          m_related(related),
          m_zone(zone)
    {
    }

    std::vector<ExplainedFact> facts()
    {
        addCause();
        addDue();
        if (m_run.facts)
            addLateness(*m_run.facts);
        if (m_run.facts)
            addObstacle(*m_run.facts);
        addStart();
        addEnd();
        add(FactKind::Recorded, m_run.ended, recordText(m_run.state));
        return std::move(m_facts);
    }

private:
    void add(FactKind kind, std::optional<Instant> at, const QString &text,
             std::optional<Instant> until = {})
    {
        m_facts.push_back({kind, at, until, text});
    }
    QString clockText(Instant instant) const
    {
        return timeOfDay(instant, m_zone).toString(u"HH:mm:ss"_qs);
    }
    QString shortText(Instant instant) const
    {
        return timeOfDay(instant, m_zone).toString(u"HH:mm"_qs);
    }

    /// `run 12 of “Backup”`, or without a name that is not known.
    QString sourceText() const
    {
        const auto isIt = [this](const Run &run) { return run.id == m_run.source; };
        const auto found = std::find_if(m_related.begin(), m_related.end(), isIt);
        if (found == m_related.end())
            return CoreText::tr("run %1").arg(m_run.source->number);
        return CoreText::tr("run %1 of “%2”").arg(found->id.number).arg(found->jobName);
    }

    void addCause()
    {
        QString text;
        if (m_run.cause == RunCause::Manual)
            text = m_run.by.isEmpty() ? CoreText::tr("started by hand")
                                      : CoreText::tr("started by hand by %1").arg(m_run.by);
        else if (m_run.cause == RunCause::Api)
            text = m_run.by.isEmpty() ? CoreText::tr("started by a caller of the API")
                                      : CoreText::tr("started over the API by %1").arg(m_run.by);
        else if (!m_run.source)
            return;
        else if (m_run.cause == RunCause::Retry)
            text = CoreText::tr("attempt %1 after %2").arg(m_run.attempt).arg(sourceText());
        else if (m_run.cause == RunCause::After)
            text = CoreText::tr("because %1 ended").arg(sourceText());
        else if (m_run.cause == RunCause::Rerun)
            text = CoreText::tr("once more, because %1 was interrupted").arg(sourceText());
        if (!text.isEmpty())
            add(FactKind::Cause, {}, text);
    }

    void addDue()
    {
        if (!m_run.due)
            return;
        if (m_run.dueCount > 1 && m_run.lastDue)
            add(FactKind::Due, m_run.due,
                CoreText::tr("%1 to %2 due, %3 times")
                    .arg(clockText(*m_run.due), clockText(*m_run.lastDue))
                    .arg(m_run.dueCount),
                m_run.lastDue);
        else
            add(FactKind::Due, m_run.due, CoreText::tr("%1 due").arg(clockText(*m_run.due)));
    }

    void addLateness(const RunFacts &facts)
    {
        if (facts.absence != Absence::None && facts.absentFrom && facts.absentUntil)
            add(FactKind::Absence, facts.absentFrom,
                //: %1 and %2 times of day, %3 what was the matter: computer asleep
                CoreText::tr("%1–%2 %3")
                    .arg(shortText(*facts.absentFrom), shortText(*facts.absentUntil),
                         absenceText(facts.absence)),
                facts.absentUntil);
        if (facts.noticed && m_run.due)
            add(FactKind::Noticed, facts.noticed,
                CoreText::tr("noticed %1 (%2 late)")
                    .arg(clockText(*facts.noticed), lengthText(*facts.noticed - expectedStart())));
        if (facts.grace)
            add(FactKind::Rule, {}, CoreText::tr("grace %1").arg(lengthText(*facts.grace)));
        if (facts.missedRule)
            add(FactKind::Rule, {}, ruleText(*facts.missedRule));
    }

    Instant expectedStart() const { return m_job ? startOf(*m_job, *m_run.due) : *m_run.due; }

    void addObstacle(const RunFacts &facts)
    {
        // The two others are said by the rules already.
        if (facts.hindrance != Hindrance::None && facts.hindrance != Hindrance::MissedRule &&
            facts.hindrance != Hindrance::TooLate)
            add(FactKind::Obstacle, {}, hindranceText(facts));
    }

    void addStart()
    {
        if (m_run.notBefore)
            add(FactKind::Waited, m_run.notBefore,
                CoreText::tr("not before %1").arg(clockText(*m_run.notBefore)));
        if (!m_run.started)
            return;
        std::optional<Instant> decided = m_run.notBefore;
        if (m_run.due && !decided)
            decided = expectedStart();
        if (m_run.facts && m_run.facts->noticed)
            decided = std::max(decided.value_or(*m_run.facts->noticed), *m_run.facts->noticed);
        if (decided && *m_run.started - *decided > ordinaryLateness)
            add(FactKind::Waited, decided,
                CoreText::tr("waited %1 for its turn").arg(lengthText(*m_run.started - *decided)),
                m_run.started);
        add(FactKind::Started, m_run.started,
            CoreText::tr("started %1").arg(clockText(*m_run.started)));
    }

    void addEnd()
    {
        if (!m_run.started || !m_run.ended)
            return;
        add(FactKind::Ended, m_run.ended,
            CoreText::tr("ended %1 after %2")
                .arg(clockText(*m_run.ended), lengthText(*m_run.ended - *m_run.started)));
        const RunOutcome &outcome = m_run.outcome;
        if (m_run.state == RunState::TimedOut && m_job && m_job->rules.timeout)
            add(FactKind::Rule, {},
                CoreText::tr("time-out %1").arg(lengthText(*m_job->rules.timeout)));
        if (outcome.exitCode)
            add(FactKind::Ended, {}, CoreText::tr("exit code %1").arg(*outcome.exitCode));
        if (outcome.signal)
            add(FactKind::Ended, {}, CoreText::tr("signal %1").arg(*outcome.signal));
        if (outcome.processesEnded > 0)
            add(FactKind::Ended, {},
                CoreText::tr("%1 processes ended, %2 of them by force")
                    .arg(outcome.processesEnded)
                    .arg(outcome.processesForced));
        const bool isSaid = m_run.facts && m_run.facts->hindrance != Hindrance::None;
        if (!outcome.reason.isEmpty() && !isSaid)
            add(FactKind::Obstacle, {}, outcome.reason);
    }

    const Run &m_run;
    const Job *m_job;
    const std::vector<Run> &m_related;
    const Zone &m_zone;
    std::vector<ExplainedFact> m_facts;
};

} // namespace

std::vector<ExplainedFact> explain(const Run &run, const Job *job, const std::vector<Run> &related,
                                   const Zone &zone)
{
    return Explanation(run, job, related, zone).facts();
}

} // namespace carillon
