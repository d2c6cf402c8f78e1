// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jobarguments.h"
#include "core/util/coretext.h"

#include <limits>

namespace carillon::ctl {

namespace {

constexpr int mostSeconds = std::numeric_limits<int>::max();

QList<OptionSpec> actionOptions()
{
    return {
        {.name = u"shell"_qs,
         .help = CoreText::tr("Run this line in a shell."),
         .value = u"LINE"_qs},
        {.name = u"script"_qs,
         .help = CoreText::tr("Run this script; its first line or extension says with what."),
         .value = u"FILE"_qs,
         .offer = Offer::Files},
        {.name = u"func"_qs,
         .help = CoreText::tr("Call this Python function, module:function, or a class with "
                              "literals."),
         .value = u"FUNC"_qs},
        {.name = u"http"_qs, .help = CoreText::tr("Request this address."), .value = u"URL"_qs},
        {.name = u"args"_qs,
         .help = CoreText::tr("Arguments of the function or script, a JSON array."),
         .value = u"JSON"_qs},
        {.name = u"kwargs"_qs,
         .help = CoreText::tr("Keyword arguments, a JSON object."),
         .value = u"JSON"_qs},
        {.name = u"cwd"_qs,
         .help = CoreText::tr("Start in this folder; else in the workspace of the profile."),
         .value = u"DIR"_qs,
         .offer = Offer::Folders},
        {.name = u"env"_qs,
         .help = CoreText::tr("Set a variable of the environment; may be given again."),
         .value = u"NAME=VALUE"_qs},
        {.name = u"file"_qs,
         .help = CoreText::tr("Begin with the job object in this file, - for the standard input."),
         .value = u"FILE"_qs,
         .offer = Offer::Files},
    };
}

QList<OptionSpec> ruleOptions()
{
    return {
        {.name = u"schedule"_qs,
         .help = CoreText::tr("When: whatever “next” accepts, or manual."),
         .value = u"EXPR"_qs,
         .letter = u's'},
        {.name = u"dialect"_qs,
         .help = CoreText::tr("The cron syntax of the schedule."),
         .value = u"NAME"_qs,
         .accepted = {u"crontab"_qs, u"seconds"_qs, u"quartz"_qs, u"apscheduler-crontab"_qs,
                      u"kinit"_qs}},
        {.name = u"zone"_qs,
         .help = CoreText::tr("The time zone of the schedule; else the machine's."),
         .value = u"ZONE"_qs,
         .letter = u'z',
         .offer = Offer::Zones},
        {.name = u"group"_qs, .help = CoreText::tr("The group it is in."), .value = u"GROUP"_qs},
        {.name = u"tag"_qs, .help = CoreText::tr("A tag; may be given again."), .value = u"TAG"_qs},
        {.name = u"notes"_qs, .help = CoreText::tr("Notes for people."), .value = u"TEXT"_qs},
        {.name = u"queue"_qs,
         .help = CoreText::tr("Share the limit of this queue."),
         .value = u"NAME"_qs},
        {.name = u"overlap"_qs,
         .help = CoreText::tr("What happens when it falls due while it is still running."),
         .value = u"RULE"_qs,
         .accepted = {u"skip"_qs, u"queue"_qs, u"replace"_qs}},
        {.name = u"timeout"_qs,
         .help = CoreText::tr("Stop a run after so many seconds."),
         .value = u"SECONDS"_qs,
         .least = 1,
         .most = mostSeconds},
        {.name = u"retries"_qs,
         .help = CoreText::tr("Try a failed run again so many times."),
         .value = u"N"_qs,
         .least = 0,
         .most = 1000},
        {.name = u"grace"_qs,
         .help = CoreText::tr("How many seconds late it may start; a new job has 3600."),
         .value = u"SECONDS"_qs,
         .least = 1,
         .most = mostSeconds},
    };
}

} // namespace

QList<OptionSpec> jobOptions()
{
    return ruleOptions() + actionOptions();
}

} // namespace carillon::ctl
