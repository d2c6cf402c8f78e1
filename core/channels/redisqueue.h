// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/messageintake.h"
#include "core/channels/redissource.h"

#include <QByteArrayList>

namespace carillon {

class RedisConnection;
struct RedisReply;

/// Takes messages from the right end of a list, one at a time, so that none is lost: each is kept
/// in `<list>:processing` until it is done, and what a previous life left there is taken first, as
/// a repeat. What is refused goes to `<list>:refused`, which keeps the newest hundred. One engine
/// takes from a list.
class RedisQueue : public RedisSource
{
    Q_OBJECT

public:
    /// Both must outlive it. An empty list is asked again after `wait`.
    RedisQueue(RedisConnection &connection, MessageIntake &intake, QByteArray list,
               std::chrono::milliseconds wait, QObject *parent = nullptr);

    void begin() override;
    void end() override;
    void tell(ChannelHealth &) const override {}

private:
    void takeUp(const RedisReply &left);
    void goOn();
    void goOnWithLeft();
    void fetch();
    void onFetched(const RedisReply &reply);
    void take(const QByteArray &message, bool isRepeat);
    void acknowledge(const QByteArray &message);
    void keepAside(const QByteArray &message);

    RedisConnection &m_connection;
    MessageIntake &m_intake;
    QByteArray m_list;
    QByteArray m_processing;
    QByteArray m_wait; ///< in seconds
    bool m_isOpen = false;
    bool m_isFetching = false;
    QByteArrayList m_left;           ///< in processing when we came, in the order they came
    QByteArrayList m_unacknowledged; ///< done, and the server may not know yet
};

} // namespace carillon
