// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jobtable.h"

#include "app/ctl/timetext.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon::ctl {

namespace {

std::optional<Instant> apiTime(const QJsonValue &time)
{
    const auto read = parseInstant(time.toString(), Zone::utc());
    return read ? std::optional(*read) : std::nullopt;
}

QString runLength(const QJsonObject &run)
{
    const auto started = apiTime(run.value(u"started"));
    const auto ended = apiTime(run.value(u"ended"));
    return started && ended ? lengthText(*ended - *started) : u"-"_qs;
}

QString runResult(const QJsonObject &run)
{
    for (const QString &key : {u"exception"_qs, u"reason"_qs}) {
        if (const QString text = run.value(key).toString(); !text.isEmpty())
            return text;
    }
    return run.contains(u"return_value") ? toJsonText(run.value(u"return_value")) : QString();
}

/// Names and values of an object, those of `known` first and in words.
using Pairs = QList<std::pair<QString, Cell>>;

void addText(Pairs &pairs, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull() || value == QJsonValue(QString()))
        return;
    pairs.append({name, {value.isString() ? value.toString() : toJsonText(value)}});
}

} // namespace

QString apiTimeText(const QJsonValue &time, const Terminal &terminal)
{
    return timeText(apiTime(time), terminal);
}

Cell jobStateCell(const QJsonObject &job)
{
    QString state = job.value(u"state").toString();
    state.replace(u'_', u' ');
    if (state == u"needs fixing")
        return {state, Tone::Bad};
    if (state == u"running" || state == u"queued")
        return {state, Tone::Busy};
    if (state == u"scheduled")
        return {state, Tone::Good};
    return {state, state == u"paused" ? Tone::Warning : Tone::Dim};
}

Cell runStateCell(const QJsonObject &run)
{
    const QString state = run.value(u"state").toString();
    if (state == u"success")
        return {state, Tone::Good};
    if (state == u"running" || state == u"queued")
        return {state, Tone::Busy};
    const bool isHarmless = state == u"missed" || state == u"skipped" || state == u"stopped";
    return {state, isHarmless ? Tone::Warning : Tone::Bad};
}

Table jobTable(const QJsonArray &jobs, const Terminal &terminal)
{
    Table table{{CoreText::tr("ID"), CoreText::tr("STATE"), CoreText::tr("NEXT RUN"),
                 CoreText::tr("LAST RUN"), CoreText::tr("NAME")}};
    for (const QJsonValue &value : jobs) {
        const QJsonObject job = value.toObject();
        const QJsonObject last = job.value(u"last_run").toObject();
        table.rows.append({{job.value(u"id").toString()},
                           jobStateCell(job),
                           {apiTimeText(job.value(u"next_run_time"), terminal)},
                           last.isEmpty() ? Cell{u"-"_qs} : runStateCell(last),
                           {job.value(u"name").toString()}});
    }
    return table;
}

Table runTable(const QJsonArray &runs, const Terminal &terminal)
{
    Table table{{CoreText::tr("RUN"), CoreText::tr("JOB"), CoreText::tr("STATE"),
                 CoreText::tr("DUE"), CoreText::tr("STARTED"), CoreText::tr("DURATION"),
                 CoreText::tr("RESULT")}};
    for (const QJsonValue &value : runs) {
        const QJsonObject run = value.toObject();
        table.rows.append({{QString::number(run.value(u"id").toInteger())},
                           {run.value(u"job").toString()},
                           runStateCell(run),
                           {apiTimeText(run.value(u"due"), terminal)},
                           {apiTimeText(run.value(u"started"), terminal)},
                           {runLength(run)},
                           {runResult(run)}});
    }
    return table;
}

Pairs runPairs(const QJsonObject &run, const Terminal &terminal)
{
    Pairs pairs{{CoreText::tr("run"), {QString::number(run.value(u"id").toInteger())}},
                {CoreText::tr("job"), {run.value(u"job").toString(), Tone::Strong}},
                {CoreText::tr("state"), runStateCell(run)},
                {CoreText::tr("cause"), {run.value(u"cause").toString()}}};
    addText(pairs, CoreText::tr("by"), run.value(u"by"));
    for (const auto &[name, key] : {std::pair(CoreText::tr("due"), u"due"_qs),
                                    std::pair(CoreText::tr("started"), u"started"_qs),
                                    std::pair(CoreText::tr("ended"), u"ended"_qs)}) {
        if (run.contains(key))
            pairs.append({name, {apiTimeText(run.value(key), terminal)}});
    }
    pairs.append({CoreText::tr("duration"), {runLength(run)}});
    addText(pairs, CoreText::tr("attempt"), run.value(u"attempt"));
    addText(pairs, CoreText::tr("exit code"), run.value(u"exit_code"));
    addText(pairs, CoreText::tr("signal"), run.value(u"signal"));
    addText(pairs, CoreText::tr("returned"), run.value(u"return_value"));
    addText(pairs, CoreText::tr("reason"), run.value(u"reason"));
    addText(pairs, CoreText::tr("exception"), run.value(u"exception"));
    addText(pairs, CoreText::tr("output"), run.value(u"output_size"));
    return pairs;
}

Pairs jobPairs(const QJsonObject &job, const QString &schedule, const Terminal &terminal)
{
    Pairs pairs{{CoreText::tr("id"), {job.value(u"id").toString(), Tone::Strong}},
                {CoreText::tr("name"), {job.value(u"name").toString()}},
                {CoreText::tr("state"), jobStateCell(job)},
                {CoreText::tr("schedule"), {schedule}},
                {CoreText::tr("next run"), {apiTimeText(job.value(u"next_run_time"), terminal)}}};
    addText(pairs, CoreText::tr("problem"), job.value(u"problem"));
    const QJsonObject last = job.value(u"last_run").toObject();
    if (!last.isEmpty()) {
        Cell cell = runStateCell(last);
        cell.text += u", "_qs + CoreText::tr("run %1").arg(last.value(u"id").toInteger()) +
                     u", "_qs + apiTimeText(last.value(u"started"), terminal);
        pairs.append({CoreText::tr("last run"), cell});
    }
    addText(pairs, CoreText::tr("does"), job.value(u"func"));
    for (const QString &key : {u"args"_qs, u"kwargs"_qs, u"tags"_qs}) {
        const QJsonValue value = job.value(key);
        if (!value.toArray().isEmpty() || !value.toObject().isEmpty())
            addText(pairs, key, value);
    }
    addText(pairs, CoreText::tr("group"), job.value(u"group"));
    addText(pairs, CoreText::tr("notes"), job.value(u"notes"));
    return pairs;
}

} // namespace carillon::ctl
