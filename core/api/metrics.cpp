// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/metrics.h"

#include "core/api/jobanswers.h"
#include "core/api/statewords.h"
#include "core/jobs/runjson.h"

namespace carillon {

namespace {

/// Collects families of figures in the text format.
class MetricsText
{
public:
    void begin(const QByteArray &name, const char *type, const char *help)
    {
        m_name = "carillon_" + name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    /// `label` is empty or `state="paused"`.
    void add(double value, const QByteArray &label = {})
    {
        m_text += label.isEmpty() ? m_name : m_name + '{' + label + '}';
        m_text += ' ' + QByteArray::number(value, 'g', 17) + '\n';
    }
    void gauge(const QByteArray &name, const char *help, double value)
    {
        begin(name, "gauge", help);
        add(value);
    }

    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

double secondsOf(Instant time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

QByteArray stateLabel(const QString &state)
{
    return "state=\"" + state.toLatin1() + '"';
}

void addHealth(MetricsText &text, const Health &health)
{
    text.begin("scheduler_state", "gauge", "What the scheduler as a whole is doing.");
    for (const auto state :
         {SchedulerState::Stopped, SchedulerState::Running, SchedulerState::Paused})
        text.add(health.state == state, stateLabel(schedulerStateWord(state)));
    if (health.lastTick)
        text.gauge("last_tick_timestamp_seconds", "When it last looked for what is due.",
                   secondsOf(*health.lastTick));
    text.gauge("fault", "1 while something keeps it from its work.", !health.fault.isEmpty());
    text.gauge("runs_running", "Runs that are going on.", health.running);
    text.gauge("runs_queued", "Runs that wait for their turn.", health.queued);
    text.gauge("missed_24h", "Due times missed in the last 24 hours.", health.missed);
    text.begin("clock_set_back_total", "counter", "How often the clock was set back.");
    text.add(health.clockEpoch);
    text.begin("stalls_total", "counter", "How often the engine was held up for over a second.");
    text.add(health.stalls);
}

} // namespace

Metrics::Metrics(const Scheduler &scheduler, JobAnswers &jobs, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_jobs(jobs)
{
    connect(&scheduler, &Scheduler::runChanged, this, [this](const Run &run) {
        if (!run.isActive())
            ++m_runs[std::size_t(run.state)];
    });
}

QByteArray Metrics::text() const
{
    MetricsText text;
    text.begin("info", "gauge", "The version.");
    text.add(1, "version=\"" CARILLON_VERSION "\"");
    addHealth(text, m_scheduler.health());
    text.begin("jobs", "gauge", "Jobs by state.");
    const QHash<QString, int> states = m_jobs.states();
    QStringList names = states.keys();
    names.sort();
    for (const QString &name : names)
        text.add(states.value(name), stateLabel(name));
    text.begin("runs_total", "counter", "Runs and missed due times since the start, by state.");
    for (int state = int(RunState::Success); state <= int(RunState::Interrupted); ++state)
        text.add(double(m_runs[std::size_t(state)]), stateLabel(runStateWord(RunState(state))));
    text.begin("api_answers_total", "counter", "Answers of the API since the start, by status.");
    for (const auto &[status, count] : m_answers)
        text.add(double(count), "status=\"" + QByteArray::number(status) + '"');
    return text.text();
}

} // namespace carillon
