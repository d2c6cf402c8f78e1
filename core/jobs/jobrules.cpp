// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrules.h"

#include "core/jobs/rulescheck.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestId = 191; // the primary key of APScheduler's SQL store
constexpr qsizetype longestName = 500;

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

class ActionCheck
{
public:
    explicit ActionCheck(const QString &workspace) : m_workspace(workspace) {}

    Result<> operator()(const NoopAction &) const { return {}; }
    Result<> operator()(const LogAction &) const { return {}; }
    Result<> operator()(const SleepAction &) const { return {}; }
    Result<> operator()(const PythonAction &) const { return {}; }
    Result<> operator()(const CallAction &) const { return {}; }

    Result<> operator()(const HttpAction &action) const
    {
        const auto checked = checkHttp(action);
        if (checked)
            return {};
        const bool isUrl = checked.error().field == u"url";
        return invalidInput(isUrl ? "args" : "kwargs", checked.error().message);
    }

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
    // Whether there is such an executor is asked when the job falls due, as in APScheduler.
    if (job.executor.trimmed().isEmpty())
        return invalidInput("executor", CoreText::tr("The name of an executor cannot be empty."));
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
