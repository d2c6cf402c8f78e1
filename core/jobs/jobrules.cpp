// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrules.h"

#include "core/util/coretext.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestId = 191; // the primary key of APScheduler's SQL store
constexpr qsizetype longestName = 500;
constexpr int mostInstances = 1000;

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// Lone halves of surrogate pairs cannot be written as UTF-8.
bool hasLoneSurrogate(const QString &text)
{
    return QString::fromUtf8(text.toUtf8()) != text;
}

Result<> checkIdentity(const Job &job)
{
    if (job.id.text.isEmpty() || job.id.text.size() > longestId)
        return invalidInput("id", CoreText::tr("An ID has 1 to %1 characters.").arg(longestId));
    if (hasControlCharacter(job.id.text) || hasLoneSurrogate(job.id.text))
        return invalidInput("id", CoreText::tr("An ID must not contain control characters."));
    if (job.name.trimmed().isEmpty())
        return invalidInput("name", CoreText::tr("A job needs a name."));
    if (job.name.size() > longestName || hasLoneSurrogate(job.name))
        return invalidInput("name",
                            CoreText::tr("A name has at most %1 characters.").arg(longestName));
    return {};
}

Result<> checkRules(const Rules &rules)
{
    using namespace std::chrono_literals;
    if (rules.maxInstances < 1 || rules.maxInstances > mostInstances)
        return invalidInput("max_instances",
                            CoreText::tr("max_instances must be 1 to %1.").arg(mostInstances));
    if (rules.grace && *rules.grace < 1s)
        return invalidInput(
            "misfire_grace_time",
            CoreText::tr("misfire_grace_time must be at least 1 second, or null for any time."));
    if (rules.timeout && *rules.timeout < 1s)
        return invalidInput("timeout", CoreText::tr("A time-out must be at least 1 second."));
    if (rules.stopDelay < 0s || rules.stopDelay > 1h)
        return invalidInput("stop_delay",
                            CoreText::tr("The delay before force must be 0 to 3600 seconds."));
    return {};
}

class ActionCheck
{
public:
    explicit ActionCheck(const QString &workspace) : m_workspace(workspace) {}

    Result<> operator()(const NoopAction &) const { return {}; }
    Result<> operator()(const LogAction &) const { return {}; }
    Result<> operator()(const SleepAction &) const { return {}; }
    Result<> operator()(const PythonAction &) const { return {}; }
    Result<> operator()(const CallAction &) const { return {}; }

    Result<> operator()(const CommandAction &action) const
    {
        if (action.program.trimmed().isEmpty())
            return invalidInput("args",
                                CoreText::tr("Which program? Its name or path is missing."));
        if (const auto folder = checkFolder(action.surroundings.folder); !folder)
            return folder;
        // The search path may rightly differ when the job runs, so a bare name is not looked up.
        if (action.shell || !action.program.contains(u'/'))
            return {};
        const QFileInfo file(QDir(m_workspace), action.program);
        if (!file.isFile())
            return invalidInput("args",
                                CoreText::tr("Program not found: “%1”.").arg(file.filePath()));
        if (!file.isExecutable())
            return invalidInput("args",
                                CoreText::tr("“%1” is not executable.").arg(file.filePath()));
        return {};
    }

    Result<> operator()(const ScriptAction &action) const
    {
        if (action.path.trimmed().isEmpty())
            return invalidInput("args", CoreText::tr("Which script? Its path is missing."));
        const QFileInfo file(QDir(m_workspace), action.path);
        if (!file.exists())
            return invalidInput("args",
                                CoreText::tr("Script not found: “%1”.").arg(file.filePath()));
        if (!file.isFile())
            return invalidInput("args", CoreText::tr("“%1” is not a file.").arg(file.filePath()));
        if (!file.isReadable())
            return invalidInput("args", CoreText::tr("“%1” cannot be read.").arg(file.filePath()));
        return checkFolder(action.surroundings.folder);
    }

private:
    Result<> checkFolder(const QString &folder) const
    {
        if (folder.isEmpty() || QFileInfo(QDir(m_workspace), folder).isDir())
            return {};
        return invalidInput(
            "kwargs",
            CoreText::tr("Folder not found: “%1”. It may be on a drive that is not connected.")
                .arg(folder));
    }

    QString m_workspace;
};

} // namespace

Result<> checkJob(const Job &job, const QString &workspace)
{
    if (const auto identity = checkIdentity(job); !identity)
        return identity;
    if (const auto rules = checkRules(job.rules); !rules)
        return rules;
    if (job.executor != u"default" && job.executor != u"threadpool" &&
        job.executor != u"processpool")
        return invalidInput("executor",
                            CoreText::tr("No executor is called “%1”; default, threadpool and "
                                         "processpool are accepted.")
                                .arg(job.executor));
    return std::visit(ActionCheck(workspace), job.action);
}

JobId suggestJobId(const QString &name, const std::function<bool(const JobId &)> &isTaken)
{
    QString base;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            base.append(c);
        else if (!base.isEmpty() && !base.endsWith(u'-'))
            base.append(u'-');
    }
    while (base.endsWith(u'-'))
        base.chop(1);
    base.truncate(longestId - 12);
    if (base.isEmpty())
        base = u"job"_qs;
    JobId id{base};
    for (int n = 2; isTaken(id); ++n)
        id.text = u"%1-%2"_qs.arg(base).arg(n);
    return id;
}

} // namespace carillon
