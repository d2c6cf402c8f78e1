// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpclients.h"
#include "core/api/router.h"
#include "core/util/result.h"

#include <QThread>

namespace carillon {

/// Serves clients in a thread of its own, and carries their requests to the engine thread and the
/// answers back, many at a time: the engine neither waits for a client nor parses, and slow work of
/// the engine does not keep clients from being heard.
///
/// Lives in the engine thread.
class HttpService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpService)

public:
    /// As Router::answer(). Called in the engine thread, for all requests of a batch in one turn of
    /// the event loop.
    using Handler = std::function<void(const ApiRequest &, Router::Reply)>;

    /// `clock` must outlive it and be usable from any thread.
    HttpService(Handler handler, const ServerLimits &limits, const Clock &clock,
                QObject *parent = nullptr);
    /// Cuts all clients off.
    ~HttpService() override;

    /// Calls `open` in the thread of the clients and waits for it. What it creates there should
    /// become a child of the clients.
    Result<> open(const std::function<Result<>(HttpClients &)> &open);

private:
    void answerAll(const std::vector<ClientRequest> &requests);
    void keep(ClientNumber client, ApiResponse response);
    void sendAnswers();

    Handler m_handler;
    QThread m_thread;
    HttpClients *m_clients;              ///< lives in m_thread
    std::vector<ClientAnswer> m_answers; ///< not sent yet
    bool m_isBatch = false;              ///< more answers are about to come
};

} // namespace carillon
