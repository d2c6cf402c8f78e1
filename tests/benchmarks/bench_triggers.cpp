// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/triggers/triggerjson.h"

namespace carillon {

namespace {

struct Expression
{
    const char *name;
    const char *kind;
    QJsonObject args;
};

/// Each answer is asked from the one before, as the scheduler does.
double firingsPerSecond(const Trigger &trigger, int n)
{
    Instant from = parseInstant(u"2026-01-01T00:00:00", Zone::utc()).value();
    const Instant start = from;
    const Stopwatch watch;
    for (int i = 0; i < n; ++i) {
        const auto next = trigger.first(from);
        from =
            next && *next < start + std::chrono::hours(24 * 365 * 30) ? *next + Duration(1) : start;
    }
    return n / watch.seconds();
}

} // namespace

void benchTriggers()
{
    constexpr int n = 1'000'000;
    const Expression expressions[] = {
        {"every_5_min", "cron", {{u"minute"_qs, u"*/5"_qs}}},
        {"weekdays_9", "cron", {{u"day_of_week"_qs, u"mon-fri"_qs}, {u"hour"_qs, 9}}},
        {"last_day", "cron", {{u"day"_qs, u"last"_qs}}},
        {"ny_0230",
         "cron",
         {{u"hour"_qs, 2}, {u"minute"_qs, 30}, {u"timezone"_qs, u"America/New_York"_qs}}},
        {"interval_90s", "interval", {{u"seconds"_qs, 90}, {u"start_date"_qs, u"2026-01-01"_qs}}},
    };
    for (const Expression &each : expressions) {
        const TriggerContext context{Instant(), Zone::utc()};
        const Trigger trigger =
            triggerFromJson(QString::fromLatin1(each.kind), each.args, context).value();
        firingsPerSecond(trigger, n / 10); // warm up
        printFigure(u"triggers.first.%1"_qs.arg(QString::fromLatin1(each.name)),
                    firingsPerSecond(trigger, n), u"1/s"_qs, n);
    }
}

} // namespace carillon
