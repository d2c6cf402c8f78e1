// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zone.h"

#include "core/time/civil.h"
#include "core/time/systemzone.h"
#include "core/time/zonetable.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <QFile>

#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace carillon {

namespace {

using TablePointer = std::shared_ptr<const ZoneTable>;

const TablePointer &utcTable()
{
    static const auto table = std::make_shared<const ZoneTable>(u"UTC"_qs, 0);
    return table;
}

/// Tables by the path of their file, for the life of the process.
class TableCache
{
public:
    TablePointer load(const QString &id)
    {
        const QString path = zoneInfoDirectory() + u'/' + id;
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_tables.find(path); found != m_tables.end())
            return found->second;
        QFile file(path);
        constexpr qint64 absurd = 1 << 20;
        if (!file.open(QIODevice::ReadOnly) || file.size() > absurd)
            return {};
        auto table = ZoneTable::parse(id, file.readAll());
        if (table)
            m_tables.emplace(path, table);
        return table;
    }

private:
    std::mutex m_mutex;
    std::unordered_map<QString, TablePointer> m_tables;
};

TableCache &cache()
{
    static TableCache tables;
    return tables;
}

/// Keeps what is written inside the directory, and leaves out its second copies of every zone.
bool isZoneName(QStringView id)
{
    const auto belongs = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
               u == u'_' || u == u'+' || u == u'-' || u == u'/';
    };
    return !id.isEmpty() && id.size() <= 64 && !id.startsWith(u'/') && !id.startsWith(u"posix/") &&
           !id.startsWith(u"right/") && id != u"localtime" && id != u"posixrules" &&
           std::all_of(id.begin(), id.end(), belongs);
}

/// `±HH:MM`.
std::optional<std::chrono::seconds> readOffset(QStringView id)
{
    if (id.size() != 6 || (id[0] != u'+' && id[0] != u'-'))
        return {};
    const auto written = parseWrittenTime(u"2000-01-01T00:00"_qs + id.toString());
    return written ? written->offset : std::nullopt;
}

std::int64_t wholeSeconds(Duration sinceEpoch)
{
    return floorDivide(sinceEpoch.count(), 1'000'000);
}

Instant instantOf(std::int64_t second)
{
    if (second == ZoneTable::minusInfinity)
        return Instant::min();
    if (second == ZoneTable::plusInfinity)
        return Instant::max();
    return Instant(std::chrono::seconds(second));
}

} // namespace

Zone::Zone() : m_table(utcTable()) {}

Zone::Zone(std::shared_ptr<const ZoneTable> table) : m_table(std::move(table)) {}

Zone Zone::fixed(std::chrono::seconds offset)
{
    Q_ASSERT(std::chrono::abs(offset) < std::chrono::hours(24));
    return Zone(
        std::make_shared<const ZoneTable>(offsetText(offset), std::int32_t(offset.count())));
}

Result<Zone> Zone::named(QStringView id)
{
    if (id == u"UTC")
        return Zone();
    if (const auto offset = readOffset(id))
        return fixed(*offset);
    if (isZoneName(id)) {
        if (auto table = cache().load(id.toString()))
            return Zone(std::move(table));
    }
    //: %1 is what was written, in quotes; it follows the name of an argument and a colon.
    return Error{ErrorCode::InvalidInput,
                 CoreText::tr("%1 is not a time zone known here; a name such as Europe/Berlin or "
                              "an offset such as +08:00 is accepted")
                     .arg(quoted(id))};
}

Zone Zone::system()
{
    const auto zone = named(systemZoneId());
    return zone ? *zone : Zone();
}

QStringList Zone::availableIds()
{
    QFile file(zoneInfoDirectory() + u"/tzdata.zi"_qs);
    QStringList ids{u"UTC"_qs};
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            // `Z Europe/Berlin …` begins a zone, `L Europe/Berlin Arctic/Longyearbyen` is a link.
            const QList<QByteArray> words = file.readLine().trimmed().split(' ');
            if (words.size() > 2 && (words[0] == "Z" || words[0] == "L"))
                ids.append(QString::fromLatin1(words[words[0] == "Z" ? 1 : 2]));
        }
    }
    ids.sort();
    ids.removeDuplicates();
    return ids;
}

const QString &Zone::id() const
{
    return m_table->id();
}

std::chrono::seconds Zone::offsetAt(Instant instant) const
{
    return std::chrono::seconds(m_table->at(wholeSeconds(instant.time_since_epoch())).offset);
}

LocalTime Zone::toLocal(Instant instant) const
{
    return LocalTime(instant.time_since_epoch() + offsetAt(instant));
}

LocalLookup Zone::lookup(LocalTime local) const
{
    const Duration clock = local.time_since_epoch();
    const ZoneTable::Offsets offsets = m_table->atLocal(wholeSeconds(clock));
    LocalLookup result;
    result.first = Instant(clock - std::chrono::seconds(offsets.before));
    result.second = Instant(clock - std::chrono::seconds(offsets.after));
    if (offsets.before != offsets.after) {
        result.kind =
            offsets.before > offsets.after ? LocalLookup::Kind::Overlap : LocalLookup::Kind::Gap;
    }
    return result;
}

Zone::Span Zone::spanAt(Instant instant) const
{
    const auto stretch = m_table->at(wholeSeconds(instant.time_since_epoch()));
    return {instantOf(stretch.begin), instantOf(stretch.end), std::chrono::seconds(stretch.offset)};
}

} // namespace carillon
