// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/civil.h"
#include "core/time/zone.h"
#include "core/triggers/dstpolicy.h"
#include "core/triggers/triggerjson.h"

/// The arguments that several kinds of triggers have, or that are written alike. null reads as left
/// out; every refusal is InvalidInput, begins with the argument's name and has it as its field.
namespace carillon {

/// `argument: message`.
Error refusedArgument(const QString &argument, const QString &message);

Result<std::optional<QString>> readTextArgument(const QJsonObject &args, const QString &name);

/// A date as in parseInstant, without an offset on the clocks of `zone`.
Result<std::optional<Instant>> readInstantArgument(const QJsonObject &args, const QString &name,
                                                   const Zone &zone);

/// A bare date, `YYYY-MM-DD` with all its digits.
Result<std::optional<CivilDate>> readDayArgument(const QJsonObject &args, const QString &name);
Result<CivilDate> parseDay(QStringView text);
QString writtenDay(CivilDate date);

/// A whole number from `least` to `most`, as a number and not as text.
Result<std::optional<int>> readWholeArgument(const QJsonObject &args, const QString &name,
                                             int least, int most);

/// `timezone`; left out, the context's.
Result<Zone> readZoneArgument(const QJsonObject &args, const TriggerContext &context);

/// `dst_gap` and `dst_overlap`.
Result<DstPolicy> readDstArguments(const QJsonObject &args);

/// Writes what differs from the defaults.
void writeDstArguments(QJsonObject &args, const DstPolicy &dst);

/// `jitter` in seconds, fractions allowed; left out, none.
Result<Duration> readJitterArgument(const QJsonObject &args);

/// With the zone's offset; without it where it has seconds, as before standard time, because those
/// cannot be read back.
QString writtenInstant(Instant instant, const Zone &zone);

} // namespace carillon
