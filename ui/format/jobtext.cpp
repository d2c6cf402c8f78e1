// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/jobtext.h"

#include "ui/format/bytestext.h"
#include "ui/format/durationtext.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

struct JobWords
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

QString quoted(const QString &word)
{
    static constexpr QStringView special = u" \t\n\"'\\$&|;<>()*?`#~";
    const auto isSpecial = [](QChar c) { return special.contains(c); };
    if (!word.isEmpty() && std::none_of(word.begin(), word.end(), isSpecial))
        return word;
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString commandLine(const QString &program, const QStringList &arguments)
{
    QStringList words{quoted(program)};
    for (const QString &argument : arguments)
        words << quoted(argument);
    return words.join(u' ');
}

QString jsonText(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

QString callText(const PythonAction &action)
{
    QStringList arguments;
    for (const QJsonValue argument : action.arguments)
        arguments << jsonText(argument);
    for (auto it = action.keywords.begin(); it != action.keywords.end(); ++it)
        arguments << u"%1=%2"_s.arg(it.key(), jsonText(it.value()));
    return u"%1(%2)"_s.arg(action.reference, arguments.join(u", "_s));
}

struct Describe
{
    QString operator()(const NoopAction &) const { return JobWords::tr("Does nothing"); }
    QString operator()(const LogAction &action) const
    {
        return JobWords::tr("Writes to the log: %1").arg(action.text);
    }
    QString operator()(const SleepAction &action) const
    {
        return JobWords::tr("Waits %1").arg(durationText(action.length));
    }
    QString operator()(const CommandAction &action) const
    {
        return action.shell ? action.program : commandLine(action.program, action.arguments);
    }
    QString operator()(const ScriptAction &action) const
    {
        return commandLine(action.path, action.arguments);
    }
    QString operator()(const HttpAction &action) const
    {
        return u"%1 %2"_s.arg(action.method, action.url);
    }
    QString operator()(const PythonAction &action) const { return callText(action); }
    QString operator()(const CallAction &action) const { return action.call.text(); }
};

const ProcessSurroundings *surroundingsOf(const Action &action)
{
    if (const auto *command = std::get_if<CommandAction>(&action))
        return &command->surroundings;
    if (const auto *script = std::get_if<ScriptAction>(&action))
        return &script->surroundings;
    return nullptr;
}

QString encodingText(TextEncoding encoding)
{
    //: %1 the name of an encoding, such as gb18030
    return JobWords::tr("Output is read as %1.").arg(encodingName(encoding));
}

/// Values of headers stay out of sight: they may be secrets.
QStringList requestText(const HttpAction &action)
{
    QStringList lines;
    if (const int count = int(action.headers.size()))
        lines << JobWords::tr("%n header(s) added.", "", count);
    if (!action.body.isEmpty())
        lines << JobWords::tr("Sends a body of %1.")
                     .arg(bytesText(action.body.toUtf8().size(), QLocale()));
    lines << JobWords::tr("Expects status %1.").arg(statusText(action.expected));
    if (action.encoding != TextEncoding::Auto)
        lines << encodingText(action.encoding);
    return lines;
}

} // namespace

QString actionText(const Action &action)
{
    return std::visit(Describe(), action);
}

QStringList surroundingsText(const Action &action)
{
    if (const auto *http = std::get_if<HttpAction>(&action))
        return requestText(*http);
    const ProcessSurroundings *surroundings = surroundingsOf(action);
    if (!surroundings)
        return {};
    QStringList lines;
    lines << (surroundings->folder.isEmpty()
                  ? JobWords::tr("Working folder: the workspace of the profile.")
                  : JobWords::tr("Working folder: %1").arg(surroundings->folder));
    if (const int count = int(surroundings->environment.size()))
        lines << JobWords::tr("%n environment variable(s) added.", "", count);
    if (!surroundings->input.isEmpty())
        lines << JobWords::tr("Reads prepared text on standard input.");
    if (surroundings->encoding != TextEncoding::Auto)
        lines << encodingText(surroundings->encoding);
    return lines;
}

std::vector<Instant> upcomingTimes(const Job &job, int count)
{
    std::vector<Instant> times;
    std::optional<Instant> next = job.next;
    while (next && int(times.size()) < count) {
        times.push_back(startOf(job, *next));
        next = job.trigger ? job.trigger->first(*next + Duration(1)) : std::nullopt;
    }
    return times;
}

} // namespace carillon::ui
