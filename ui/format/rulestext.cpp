// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/rulestext.h"

#include "ui/format/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

struct RulesWords
{
    Q_DECLARE_TR_FUNCTIONS(RulesText)
};

QString overlapText(const Rules &rules)
{
    switch (rules.overlap) {
    case OverlapRule::Skip:
        return rules.maxInstances == 1
                   ? RulesWords::tr("If still running: skip.")
                   : RulesWords::tr("If still running: run alongside, at most %n at once, then "
                                    "skip.",
                                    "", rules.maxInstances);
    case OverlapRule::Queue:
        return RulesWords::tr("If still running: wait in a queue of up to %n.", "",
                              rules.mostQueued);
    case OverlapRule::Replace:
        return RulesWords::tr("If still running: stop that run and start the new one.");
    }
    Q_UNREACHABLE();
}

QString missedText(const Rules &rules)
{
    if (rules.missed == MissedRule::Skip)
        return RulesWords::tr("If missed: skip.");
    const bool once = rules.missed == MissedRule::RunOnce;
    if (!rules.grace)
        return once ? RulesWords::tr("If missed: run once, however late.")
                    : RulesWords::tr("If missed: run every missed one, however late.");
    const QString grace = lengthText(*rules.grace);
    return once ? RulesWords::tr("If missed: run once when up to %1 late.").arg(grace)
                : RulesWords::tr("If missed: run every missed one up to %1 late.").arg(grace);
}

/// `Retries 3, 30 s → 2 min.`: from the first delay to the last one.
QString retryText(const RetryRule &retry)
{
    const QString first = lengthText(retry.firstDelay);
    double last = double(retry.firstDelay.count());
    for (int attempt = 1; attempt < retry.count && last < double(retry.longestDelay.count());
         ++attempt)
        last *= retry.growth;
    const std::chrono::seconds longest(
        std::min<qint64>(qint64(last), std::max(retry.longestDelay, retry.firstDelay).count()));
    if (longest <= retry.firstDelay)
        return RulesWords::tr("Retries %1, after %2 each.").arg(retry.count).arg(first);
    return RulesWords::tr("Retries %1, %2 → %3.").arg(retry.count).arg(first, lengthText(longest));
}

QStringList successText(const SuccessRule &success)
{
    QStringList lines;
    if (success.exitCodes != SuccessRule().exitCodes) {
        QStringList codes;
        for (const int code : success.exitCodes)
            codes << QString::number(code);
        lines << RulesWords::tr("Success: exit code %1.").arg(codes.join(u", "_s));
    }
    if (!success.contains.isEmpty())
        lines << RulesWords::tr("Success: the output contains “%1”.").arg(success.contains);
    if (!success.lacks.isEmpty())
        lines << RulesWords::tr("Success: the output does not contain “%1”.").arg(success.lacks);
    return lines;
}

QStringList conditionsText(const RunConditions &conditions)
{
    QStringList lines;
    if (conditions.network)
        lines << RulesWords::tr("Only when there is a network.");
    if (conditions.mainsPower)
        lines << RulesWords::tr("Only on mains power.");
    if (conditions.idle)
        lines << RulesWords::tr("Only when the computer was idle for %1.")
                     .arg(lengthText(*conditions.idle));
    return lines;
}

QString afterText(const AfterRule &after)
{
    QStringList jobs;
    for (const JobId &job : after.jobs)
        jobs << job.text;
    const QString names = QLocale().createSeparatedList(jobs);
    switch (after.end) {
    case AfterEnd::Succeeded: return RulesWords::tr("Starts after %1 succeeded.").arg(names);
    case AfterEnd::Failed: return RulesWords::tr("Starts after %1 failed.").arg(names);
    case AfterEnd::Ended: return RulesWords::tr("Starts after %1 ended.").arg(names);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList rulesText(const Rules &rules)
{
    QStringList lines{overlapText(rules), missedText(rules)};
    lines << (rules.timeout ? RulesWords::tr("Stopped after %1.").arg(lengthText(*rules.timeout))
                            : RulesWords::tr("No time-out."));
    if (rules.retry.count > 0)
        lines << retryText(rules.retry);
    lines << successText(rules.success) << conditionsText(rules.conditions);
    if (!rules.after.jobs.isEmpty())
        lines << afterText(rules.after);
    if (!rules.queue.isEmpty())
        lines << RulesWords::tr("Shares the queue “%1”.").arg(rules.queue);
    return lines;
}

} // namespace carillon::ui
