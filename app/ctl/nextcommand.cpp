// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/ctl/scheduleargument.h"
#include "app/ctl/timetext.h"
#include "core/time/clock.h"
#include "core/triggers/clockremarktext.h"
#include "core/triggers/cronsyntax.h"
#include "core/triggers/schedulenotes.h"
#include "core/triggers/scheduletext.h"
#include "core/triggers/triggerjson.h"
#include "core/util/coretext.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carillon::ctl {

namespace {

constexpr int mostTimes = 10'000;

/// What is said about a schedule, in either form.
struct ScheduleAnswer
{
    Trigger trigger;
    QString dialect;
    QString sentence;
    QString rate;
    QStringList notes;
    std::vector<Instant> next;
};

QString weekday(Instant time, const Zone &zone)
{
    const auto day = std::chrono::floor<std::chrono::days>(zone.toLocal(time));
    const int number = weekdayFromDays(day.time_since_epoch().count()) + 1;
    return QLocale().dayName(number, QLocale::ShortFormat);
}

QJsonObject answerJson(const ScheduleAnswer &answer)
{
    QJsonArray next;
    for (const Instant time : answer.next)
        next.append(toIso(time, answer.trigger.zoneAt(time)));
    QJsonObject object{{u"words"_qs, answer.sentence},
                       {u"trigger"_qs, QJsonObject{{u"kind"_qs, triggerKind(answer.trigger)},
                                                   {u"args"_qs, triggerArgs(answer.trigger)}}},
                       {u"notes"_qs, QJsonArray::fromStringList(answer.notes)},
                       {u"next"_qs, next}};
    if (!answer.dialect.isEmpty())
        object.insert(u"dialect"_qs, answer.dialect);
    if (!answer.rate.isEmpty())
        object.insert(u"rate"_qs, answer.rate);
    return object;
}

void printAnswer(const ScheduleAnswer &answer, Output &output)
{
    const Terminal &terminal = output.terminal();
    if (!terminal.isTerminal) { // words that a script can leave out, and times that it can read
        for (const QString &words : QStringList{answer.sentence} + answer.notes)
            output.printLine(u"# "_qs + words);
        for (const Instant time : answer.next)
            output.printLine(toIso(time, answer.trigger.zoneAt(time)));
        return;
    }
    output.printLine(terminal.toned(answer.sentence, Tone::Strong));
    const Zone shown = answer.trigger.commonZone().value_or(Zone::system());
    QStringList about;
    if (!answer.dialect.isEmpty())
        about += CoreText::tr("read as %1").arg(answer.dialect);
    about += CoreText::tr("on the clocks of %1").arg(shown.id());
    if (!answer.rate.isEmpty())
        about += answer.rate;
    output.printLine(
        terminal.toned(about.join(CoreText::tr(", ", "between parts of a sentence")), Tone::Dim));
    for (const QString &note : answer.notes)
        output.printLine(terminal.toned(u"! "_qs + note, Tone::Warning));
    for (const Instant time : answer.next)
        output.printLine(u"  %1 %2 %3"_qs.arg(weekday(time, shown), timeText(time, terminal, shown),
                                              offsetText(shown.offsetAt(time))));
}

Result<ExitCode> showNext(const Invocation &invocation, Output &output)
{
    const SystemClock clock;
    const auto read = readSchedule(invocation, clock.now());
    if (!read)
        return output.failUsage(read.error());
    const Instant from = read->from;
    const ScheduleFacts facts =
        factsOf(read->trigger, from, std::size_t(invocation.number(u"count"_qs, 5)));
    const ScheduleAnswer answer{read->trigger,
                                read->dialect,
                                scheduleText(read->trigger, QLocale(), Zone::system()),
                                firingRateText(read->trigger, facts),
                                scheduleNotes(facts, from, QLocale()),
                                facts.next};
    if (output.isJson())
        output.printJson(answerJson(answer));
    else
        printAnswer(answer, output);
    if (!read->alsoRead.isEmpty() && !output.isJson() && output.terminal().isTerminal)
        output.remark(CoreText::tr("It could also be meant as %1; --dialect says which.")
                          .arg(read->alsoRead.join(u", ")));
    return ExitCode::Ended;
}

} // namespace

CommandSpec nextCommand()
{
    QStringList dialects;
    for (const CronDialect dialect : cronTextDialects)
        dialects += cronDialectName(dialect);
    return {
        .words = {u"next"_qs},
        .summary = CoreText::tr("say what a schedule means and when it comes next"),
        .run = showNext,
        .description = CoreText::tr(
            "The schedule is a line in one of the cron syntaxes, a length like “every 5 min”, a "
            "date like “2030-01-01 10:00”, or a trigger in JSON as in a job. What clock changes "
            "do to it in the coming 13 months is said, too."),
        .arguments = {{.name = u"EXPR"_qs,
                       .help = CoreText::tr("The schedule; in quotes, because of its stars.")}},
        .options = {{.name = u"dialect"_qs,
                     .help = CoreText::tr("The cron syntax it is written in; else the one it is "
                                          "most probably meant in."),
                     .value = u"NAME"_qs,
                     .letter = u'd',
                     .accepted = dialects},
                    {.name = u"zone"_qs,
                     .help = CoreText::tr("The time zone of the schedule; else the machine's."),
                     .value = u"ZONE"_qs,
                     .letter = u'z',
                     .offer = Offer::Zones},
                    {.name = u"count"_qs,
                     .help = CoreText::tr("How many times to show; default 5."),
                     .value = u"N"_qs,
                     .letter = u'n',
                     .least = 1,
                     .most = mostTimes},
                    {.name = u"from"_qs,
                     .help = CoreText::tr("Start from this time instead of now."),
                     .value = u"TIME"_qs}},
        .examples = {
            {u"next \"30 8 * * mon-fri\""_qs, CoreText::tr("A crontab line")},
            {u"next \"0 15 10 L * ?\" --dialect quartz --zone Europe/Berlin --count 3"_qs,
             CoreText::tr("The last day of each month, on the clocks of Berlin")},
            {u"next \"every 90 min\" --json"_qs, CoreText::tr("An interval, for programs")}}};
}

} // namespace carillon::ctl
