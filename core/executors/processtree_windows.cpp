// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/jobobject.h"
#include "core/executors/processtree.h"

#include <windows.h>

#include <map>

namespace carillon {

namespace {

/// The jobs of this program by mark: all that listProcesses() needs to know. Engine thread only.
std::map<ProcessMark, HANDLE> &jobsByMark()
{
    static std::map<ProcessMark, HANDLE> jobs;
    return jobs;
}

qint64 numberOf(const FILETIME &time)
{
    return qint64(quint64(time.dwHighDateTime) << 32 | time.dwLowDateTime);
}

/// The process's start, in units of 100 ns; zero if it cannot be told.
qint64 startTimeOf(HANDLE process)
{
    FILETIME created;
    FILETIME ended;
    FILETIME kernel;
    FILETIME user;
    return GetProcessTimes(process, &created, &ended, &kernel, &user) ? numberOf(created) : 0;
}

std::vector<DWORD> membersOf(HANDLE job)
{
    constexpr size_t most = 4096;
    std::vector<ULONG_PTR> room(most + 2);
    auto *const list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST *>(room.data());
    if (!QueryInformationJobObject(job, JobObjectBasicProcessIdList, list,
                                   DWORD(room.size() * sizeof(ULONG_PTR)), nullptr) &&
        GetLastError() != ERROR_MORE_DATA)
        return {};
    std::vector<DWORD> members;
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; ++i)
        members.push_back(static_cast<DWORD>(list->ProcessIdList[i]));
    return members;
}

bool setLimits(HANDLE job, DWORD flags)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = flags;
    return SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

} // namespace

class JobObject::Private
{
public:
    ProcessMark mark = 0;
    HANDLE job = nullptr;
    STARTUPINFOEXW startup{};
    std::vector<char> attributes;
};

JobObject::JobObject(ProcessMark mark) : d(std::make_unique<Private>())
{
    d->mark = mark;
    d->job = CreateJobObjectW(nullptr, nullptr);
    setLimits(d->job, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
    jobsByMark()[mark] = d->job;
}

JobObject::~JobObject()
{
    if (!d->attributes.empty())
        DeleteProcThreadAttributeList(d->startup.lpAttributeList);
    jobsByMark().erase(d->mark);
    CloseHandle(d->job);
}

void JobObject::bearChild(QProcess::CreateProcessArguments &arguments)
{
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    d->attributes.resize(size);
    d->startup.lpAttributeList =
        reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(d->attributes.data());
    if (!InitializeProcThreadAttributeList(d->startup.lpAttributeList, 1, 0, &size)) {
        d->attributes.clear();
        return;
    }
    UpdateProcThreadAttribute(d->startup.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_JOB_LIST,
                              &d->job, sizeof d->job, nullptr, nullptr);
    auto *const plain = reinterpret_cast<STARTUPINFOW *>(arguments.startupInfo);
    d->startup.StartupInfo = *plain;
    d->startup.StartupInfo.cb = sizeof d->startup;
    arguments.startupInfo =
        reinterpret_cast<decltype(arguments.startupInfo)>(&d->startup.StartupInfo);
    arguments.flags |= EXTENDED_STARTUPINFO_PRESENT;
}

void JobObject::tell(ProcessEnd &end) const
{
    const auto length = [](const LARGE_INTEGER &ticks) {
        return std::chrono::microseconds(ticks.QuadPart / 10); // of 100 ns
    };
    JOBOBJECT_BASIC_ACCOUNTING_INFORMATION times{};
    if (QueryInformationJobObject(d->job, JobObjectBasicAccountingInformation, &times, sizeof times,
                                  nullptr)) {
        end.userTime = length(times.TotalUserTime);
        end.systemTime = length(times.TotalKernelTime);
    }
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    if (QueryInformationJobObject(d->job, JobObjectExtendedLimitInformation, &limits, sizeof limits,
                                  nullptr))
        end.peakMemory = qint64(limits.PeakProcessMemoryUsed);
}

void JobObject::setFree()
{
    setLimits(d->job, 0);
}

/// The members of our jobs; nobody else can belong to a run.
std::vector<ProcessInfo> listProcesses()
{
    std::vector<ProcessInfo> table;
    for (const auto &[mark, job] : jobsByMark()) {
        for (const DWORD pid : membersOf(job)) {
            if (const auto process = lookUpProcess(pid)) {
                table.push_back(*process);
                table.back().mark = mark;
            }
        }
    }
    return table;
}

/// One that has ended is listed until the last handle to it is closed.
std::optional<ProcessInfo> lookUpProcess(qint64 pid)
{
    const HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE,
                                      static_cast<DWORD>(pid));
    if (!handle)
        return {};
    ProcessInfo process;
    process.pid = pid;
    process.startTime = startTimeOf(handle);
    process.isZombie = WaitForSingleObject(handle, 0) == WAIT_OBJECT_0;
    CloseHandle(handle);
    return process;
}

/// There is no polite signal that a program without windows would hear.
void signalProcess(const ProcessInfo &process, StopSignal signal)
{
    if (signal == StopSignal::Polite)
        return;
    const HANDLE handle = OpenProcess(PROCESS_TERMINATE | PROCESS_QUERY_LIMITED_INFORMATION, FALSE,
                                      static_cast<DWORD>(process.pid));
    if (!handle)
        return;
    if (startTimeOf(handle) == process.startTime)
        TerminateProcess(handle, 1);
    CloseHandle(handle);
}

/// Windows itself ends what a crash leaves behind: see JobObject.
QString bootName()
{
    return {};
}

} // namespace carillon
