// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/store.h"

#include <functional>

namespace carillon {

/// A store of which each commit can fail: before it is made, so that nothing has happened, or
/// after, as when the connection is lost before the answer comes.
class UnreliableStore final : public Store
{
public:
    enum class Fault { None, Before, After };

    explicit UnreliableStore(Store &store) : m_store(store) {}

    const JobStore &jobs() const override { return m_store.jobs(); }
    const RunStore &runs() const override { return m_store.runs(); }
    Result<ClockRecord> clockRecord() const override { return m_store.clockRecord(); }
    QStringList aliases() const override { return m_store.aliases(); }
    Result<> commit(const Changes &changes) override
    {
        const Fault fault = nextFault ? nextFault() : Fault::None;
        if (fault == Fault::Before)
            return failure();
        if (const auto committed = m_store.commit(changes); !committed)
            return committed;
        return fault == Fault::After ? Result<>(failure()) : Result<>();
    }

    /// Asked at each commit.
    std::function<Fault()> nextFault;

private:
    static Error failure() { return {ErrorCode::StoreBusy, u"Connection lost."_qs}; }

    Store &m_store;
};

} // namespace carillon
