// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/groupedadds.h"

namespace carillon {

GroupedAdds::GroupedAdds(Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler)
{
}

void GroupedAdds::add(const JobEntry &entry, const JobContext &context, Answer answer)
{
    if (m_wanted.empty())
        QMetaObject::invokeMethod(this, &GroupedAdds::store, Qt::QueuedConnection);
    m_wanted.push_back({entry, context});
    m_answers.push_back(std::move(answer));
}

void GroupedAdds::store()
{
    const std::vector<Answer> answers = std::exchange(m_answers, {});
    const auto results = m_scheduler.addEntries(std::exchange(m_wanted, {}));
    for (std::size_t i = 0; i < answers.size(); ++i)
        answers[i](results[i]);
}

} // namespace carillon
