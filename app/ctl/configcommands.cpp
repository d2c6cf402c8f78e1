// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/likeness.h"
#include "app/ctl/output.h"
#include "app/profile.h"
#include "core/settings/settingfields.h"
#include "core/settings/settingsfile.h"
#include "core/util/coretext.h"

#include <QJsonObject>

namespace carillon::ctl {

namespace {

Result<> checkKnown(const QMap<QString, QString> &texts, const QString &key)
{
    if (texts.contains(key))
        return {};
    const QString like = mostAlike(key, texts.keys());
    return Error{ErrorCode::NotFound,
                 like.isEmpty()
                     ? CoreText::tr("“%1” is no setting.").arg(key)
                     : CoreText::tr("“%1” is no setting. Did you mean “%2”?").arg(key, like),
                 key};
}

Result<ExitCode> getConfig(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const QMap<QString, QString> texts = settingTexts(profile.settingsFile());
    if (!invocation.arguments.isEmpty()) {
        const QString key = invocation.argument(0);
        if (const auto known = checkKnown(texts, key); !known)
            return known.error();
        if (output.isJson())
            output.printJson(QJsonObject{{key, texts.value(key)}});
        else
            output.printLine(texts.value(key));
        return ExitCode::Ended;
    }
    QJsonObject json;
    const QMap<QString, QString> usual = settingTexts({});
    Table table{{CoreText::tr("SETTING"), CoreText::tr("VALUE")}};
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        json.insert(it.key(), *it);
        const bool isUsual = usual.contains(it.key()) && usual.value(it.key()) == *it;
        table.rows.append({{it.key()}, {*it, isUsual ? Tone::Dim : Tone::Strong}});
    }
    if (output.isJson())
        output.printJson(json);
    else
        output.printTable(table);
    return ExitCode::Ended;
}

/// A running engine read its settings when it started.
Result<ExitCode> saved(const Result<> &done, const Profile &profile, const QString &key,
                       Output &output)
{
    if (!done)
        return done.error();
    if (output.isJson())
        output.printJson(QJsonObject{{key, settingTexts(profile.settingsFile()).value(key)}});
    else if (output.terminal().isTerminal)
        output.remark(CoreText::tr("Saved. A running engine heeds it from its next start on."));
    return ExitCode::Ended;
}

Result<ExitCode> setConfig(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    if (const auto prepared = profile.prepare(); !prepared)
        return prepared.error();
    const QString key = invocation.argument(0);
    return saved(setSetting(profile.settingsFile(), key, invocation.argument(1)), profile, key,
                 output);
}

Result<ExitCode> resetConfig(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const QString key = invocation.argument(0);
    return saved(resetSetting(profile.settingsFile(), key), profile, key, output);
}

ArgumentSpec keyArgument(ArgumentSpec::Need need)
{
    return {.name = u"KEY"_qs,
            .help = CoreText::tr("A setting, such as retention/days."),
            .need = need,
            .offer = Offer::SettingKeys};
}

} // namespace

CommandSpec configGetCommand()
{
    return {
        .words = {u"config"_qs, u"get"_qs},
        .summary = CoreText::tr("show one setting, or all"),
        .run = getConfig,
        .arguments = {keyArgument(ArgumentSpec::Need::Optional)},
        .examples = {{u"config get retention/days"_qs, CoreText::tr("How long runs are kept")}}};
}

CommandSpec configSetCommand()
{
    return {.words = {u"config"_qs, u"set"_qs},
            .summary = CoreText::tr("change a setting"),
            .run = setConfig,
            .description = CoreText::tr("A running engine heeds it from its next start on."),
            .arguments = {keyArgument(ArgumentSpec::Need::One),
                          {.name = u"VALUE"_qs, .help = CoreText::tr("Its new value.")}},
            .examples = {
                {u"config set retention/days 30"_qs, CoreText::tr("Forget runs after a month")},
                {u"config set queues/disk 2"_qs,
                 CoreText::tr("Let two jobs of the queue “disk” run at a time")}}};
}

CommandSpec configResetCommand()
{
    return {.words = {u"config"_qs, u"reset"_qs},
            .summary = CoreText::tr("give a setting its default back"),
            .run = resetConfig,
            .arguments = {keyArgument(ArgumentSpec::Need::One)}};
}

} // namespace carillon::ctl
