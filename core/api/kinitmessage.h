// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/kinitschedule.h"
#include "core/jobs/ids.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <cstdint>

namespace carillon {

/// What a message may ask for; nothing else is ever called.
enum class KinitOperation : std::uint8_t {
    AddJob,
    RemoveJob,
    PauseJob,
    ResumeJob,
    RunOnce,
    UpdateJob,
};

/// A message as kinit's API sends it, `{"operation": "add_job", "task": {"exec_strategy": …,
/// "job_params": {…}}}`; UpdateJob has the same form. The other operations name their job in
/// `{"task": {"name": "…"}}`. An `id` beside `operation` names the message itself.
struct KinitMessage
{
    KinitOperation operation = KinitOperation::AddJob;
    QString id = {};             ///< of the message, chosen by who sends it; empty: none
    JobId job = {};              ///< empty: AddJob makes one up
    KinitSchedule schedule = {}; ///< AddJob, UpdateJob
    /// AddJob, UpdateJob: `func` and `trigger` of a job object; of a form more of its keys.
    QJsonObject definition = {};

    bool isOnce() const { return schedule.strategy == u"once"; }

    /// As strict as the body of a request: every key is known, of the right type, and means
    /// something. The error names the key; what was read until then is filled in.
    Result<> read(const QByteArray &text);
    /// The same for the form of a task, as kinit's admin screens send it; the operation and the job
    /// are not in it. What the screens only show is passed over.
    Result<> readForm(const QByteArray &text);
};

/// `add_job` and so on, in the order of KinitOperation.
const QStringList &kinitOperationNames();

} // namespace carillon
