// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/store.h"

#include <chrono>
#include <memory>

namespace carillon {

/// Keeps everything in an SQLite file: WAL, synchronous=FULL, one connection, statements prepared
/// once. Jobs are mirrored in memory, so that asking what is due touches no SQL. Belongs to the
/// thread that opened it.
class SqlStore final : public Store
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens or creates the database and brings its schema up to date. A damaged, foreign or newer
    /// file is refused untouched with StoreRefused: its header is read before SQLite opens it,
    /// because opening already writes; the message names the newest copy. A restore that was cut
    /// off is finished first. Read-only access needs an existing database of this version
    /// and works beside a running engine; its jobs are those of the moment it was opened.
    /// `busyTimeout` is how long every operation waits for a lock that another program holds.
    static Result<std::unique_ptr<SqlStore>>
    open(const QString &file, Access access = Access::ReadWrite,
         std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    ~SqlStore() override;

    const JobStore &jobs() const override;
    const RunStore &runs() const override;
    Result<ClockRecord> clockRecord() const override;
    Result<> commit(const Changes &changes) override;

private:
    class Private;
    explicit SqlStore(std::unique_ptr<Private> d);
    static Result<std::unique_ptr<SqlStore>> openUnadvised(const QString &file, Access access,
                                                           std::chrono::milliseconds busyTimeout);
    std::unique_ptr<Private> d;
};

} // namespace carillon
