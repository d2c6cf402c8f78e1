// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpservice.h"

#include <QPointer>

namespace carillon {

HttpService::HttpService(Handler handler, const ServerLimits &limits, const Clock &clock,
                         QObject *parent)
    : QObject(parent),
      m_handler(std::move(handler)),
      m_clients(new HttpClients(limits, clock, [this](std::vector<ClientRequest> requests) {
          QMetaObject::invokeMethod(
              this, [this, requests = std::move(requests)] { answerAll(requests); });
      }))
{
    m_thread.setObjectName(u"clients"_qs);
    m_clients->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_clients, &QObject::deleteLater);
    m_thread.start();
}

HttpService::~HttpService()
{
    m_thread.quit();
    m_thread.wait();
}

Result<> HttpService::open(const std::function<Result<>(HttpClients &)> &open)
{
    Result<> opened;
    QMetaObject::invokeMethod(
        m_clients, [&] { opened = open(*m_clients); }, Qt::BlockingQueuedConnection);
    return opened;
}

void HttpService::answerAll(const std::vector<ClientRequest> &requests)
{
    m_isBatch = true;
    for (const ClientRequest &incoming : requests) {
        m_handler(incoming.request,
                  [self = QPointer(this), client = incoming.client](ApiResponse response) {
                      if (self)
                          self->keep(client, std::move(response));
                  });
    }
    m_isBatch = false;
    sendAnswers();
}

void HttpService::keep(ClientNumber client, ApiResponse response)
{
    const bool isFirst = m_answers.empty();
    m_answers.push_back({client, std::move(response)});
    if (isFirst && !m_isBatch) // others may be about to come, as runs end together
        QMetaObject::invokeMethod(this, &HttpService::sendAnswers, Qt::QueuedConnection);
}

void HttpService::sendAnswers()
{
    if (m_answers.empty())
        return;
    QMetaObject::invokeMethod(m_clients,
                              [clients = m_clients, answers = std::exchange(m_answers, {})] {
                                  clients->answer(answers);
                              });
}

} // namespace carillon
