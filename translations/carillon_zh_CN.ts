<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ClockChangeWords</name>
    <message>
        <source>%1: %2 does not exist in %3 — skipped.</source>
        <translation>%1：%3 中不存在 %2，跳过。</translation>
    </message>
    <message>
        <source>%1: %2 does not exist in %3 — moved to %4.</source>
        <translation>%1：%3 中不存在 %2，改为 %4 执行。</translation>
    </message>
    <message>
        <source>%1: %2 happens twice in %3 — runs twice.</source>
        <translation>%1：%3 中 %2 出现两次，执行两次。</translation>
    </message>
    <message>
        <source>%1: %2 happens twice in %3 — runs once.</source>
        <translation>%1：%3 中 %2 出现两次，只执行一次。</translation>
    </message>
    <message>
        <source>%1: the clocks change in %2 — from then on it runs at %3.</source>
        <translation>%1：%2 调整夏令时，此后在 %3 执行。</translation>
    </message>
    <message>
        <source>%1: %2 to %3 do not exist in %4 — skipped.</source>
        <translation>%1：%4 中不存在 %2 至 %3，跳过。</translation>
    </message>
    <message>
        <source>%1: %2 to %3 do not exist in %4 — moved to %5 to %6.</source>
        <translation>%1：%4 中不存在 %2 至 %3，改为 %5 至 %6 执行。</translation>
    </message>
    <message>
        <source>%1: %2 to %3 happen twice in %4 — each runs once.</source>
        <translation>%1：%4 中 %2 至 %3 出现两次，各执行一次。</translation>
    </message>
    <message>
        <source>%1: %2 to %3 happen twice in %4 — each runs twice.</source>
        <translation>%1：%4 中 %2 至 %3 出现两次，各执行两次。</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day as QLocale writes it: weekday, day and month.</extracomment>
        <translation>M 月 d 日（ddd）</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>The same with the year.</extracomment>
        <translation>yyyy 年 M 月 d 日（ddd）</translation>
    </message>
</context>
<context>
    <name>CoreText</name>
    <message>
        <source>Argument %1 must be text or a number.</source>
        <translation>第 %1 个参数必须是文本或数字。</translation>
    </message>
    <message>
        <source>Argument %1 contains a NUL character.</source>
        <translation>第 %1 个参数含有 NUL 字符。</translation>
    </message>
    <message>
        <source>“env” must map names of variables to texts.</source>
        <translation>“env”必须是变量名到文本的对应。</translation>
    </message>
    <message>
        <source>kwargs: %1</source>
        <translation>kwargs：%1</translation>
    </message>
    <message>
        <source>A command needs a program as its first argument.</source>
        <translation>命令的第一个参数必须是程序。</translation>
    </message>
    <message>
        <source>A script job needs the path of the script as its first argument.</source>
        <translation>脚本任务的第一个参数必须是脚本路径。</translation>
    </message>
    <message>
        <source>carillon:sleep takes one number of seconds, 0 to 31622400.</source>
        <translation>carillon:sleep 只接受一个秒数，范围为 0–31622400。</translation>
    </message>
    <message>
        <source>carillon:noop takes no arguments.</source>
        <translation>carillon:noop 不接受参数。</translation>
    </message>
    <message>
        <source>%1 takes no keyword arguments.</source>
        <translation>%1 不接受关键字参数。</translation>
    </message>
    <message>
        <source>trigger: %1</source>
        <translation>trigger：%1</translation>
    </message>
    <message>
        <source>“%1” is not known here; a manual job has no trigger arguments.</source>
        <translation>此处无法识别“%1”，仅手动的任务没有触发器参数。</translation>
    </message>
    <message>
        <source>“func” is missing: what should the job do?</source>
        <translation>缺少“func”：任务要执行什么？</translation>
    </message>
    <message>
        <source>next_run_time: %1</source>
        <translation>next_run_time：%1</translation>
    </message>
    <message>
        <source>An ID has 1 to %1 characters.</source>
        <translation>ID 的长度为 1–%1 个字符。</translation>
    </message>
    <message>
        <source>An ID must not contain control characters.</source>
        <translation>ID 不能含有控制字符。</translation>
    </message>
    <message>
        <source>A job needs a name.</source>
        <translation>任务需要名称。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>misfire_grace_time must be at least 1 second, or null for any time.</source>
        <translation>misfire_grace_time 至少为 1 秒，null 表示不限。</translation>
    </message>
    <message>
        <source>A time-out must be at least 1 second.</source>
        <translation>超时时间至少为 1 秒。</translation>
    </message>
    <message>
        <source>Which program? Its name or path is missing.</source>
        <translation>缺少程序的名称或路径。</translation>
    </message>
    <message>
        <source>Program not found: “%1”.</source>
        <translation>找不到程序“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not executable.</source>
        <translation>“%1”没有执行权限。</translation>
    </message>
    <message>
        <source>Which script? Its path is missing.</source>
        <translation>缺少脚本路径。</translation>
    </message>
    <message>
        <source>Script not found: “%1”.</source>
        <translation>找不到脚本“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”不是文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Folder not found: “%1”. It may be on a drive that is not connected.</source>
        <translation>找不到文件夹“%1”，所在磁盘可能未连接。</translation>
    </message>
    <message>
        <source>%1, entry %2: %3</source>
        <extracomment>%1 file name, %2 number, %3 a sentence</extracomment>
        <translation>%1，第 %2 项：%3</translation>
    </message>
    <message>
        <source>%1, entry %2 (“%3”): %4</source>
        <extracomment>%1 file name, %2 number, %3 job id, %4 a sentence</extracomment>
        <translation>%1，第 %2 项（“%3”）：%4</translation>
    </message>
    <message>
        <source>Jobs file “%1” cannot be read: %2.</source>
        <translation>无法读取任务文件“%1”：%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 file name, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: A jobs file is an array of job objects.</source>
        <translation>%1：任务文件应为任务对象的数组。</translation>
    </message>
    <message>
        <source>A job is an object.</source>
        <translation>任务应为一个对象。</translation>
    </message>
    <message>
        <source>“id” is missing.</source>
        <translation>缺少“id”。</translation>
    </message>
    <message>
        <source>This ID stands in the file twice.</source>
        <translation>该 ID 在文件中出现了两次。</translation>
    </message>
    <message>
        <source>The settings file “%1” cannot be written.</source>
        <translation>无法写入设置文件“%1”。</translation>
    </message>
    <message>
        <source>%1 is not a date; 2024-03-10 or 2024-03-10T02:30:00.5+01:00 is accepted</source>
        <extracomment>%1 is what was written, in quotes; it follows the name of an argument and a colon.</extracomment>
        <translation>%1 不是日期，可使用 2024-03-10 或 2024-03-10T02:30:00.5+01:00</translation>
    </message>
    <message>
        <source>year must be in 1..9999</source>
        <translation>年份必须为 1–9999</translation>
    </message>
    <message>
        <source>month must be in 1..12</source>
        <translation>月份必须为 1–12</translation>
    </message>
    <message>
        <source>day must be in 1..%1</source>
        <translation>日期必须为 1–%1</translation>
    </message>
    <message>
        <source>hour must be in 0..23</source>
        <translation>小时必须为 0–23</translation>
    </message>
    <message>
        <source>minute must be in 0..59</source>
        <translation>分钟必须为 0–59</translation>
    </message>
    <message>
        <source>second must be in 0..59</source>
        <translation>秒必须为 0–59</translation>
    </message>
    <message>
        <source>%1 does not exist: %2</source>
        <extracomment>%1 is what was written, in quotes; %2 says which part is wrong: &quot;month must be in 1..12&quot;</extracomment>
        <translation>%1 不存在：%2</translation>
    </message>
    <message>
        <source>%1 lies outside the years 1 to 9999 in UTC</source>
        <translation>%1 按 UTC 超出了公元 1–9999 年</translation>
    </message>
    <message>
        <source>%1 is not expected here; a comma or the end is accepted</source>
        <translation>此处不应出现 %1，可以是逗号或结尾</translation>
    </message>
    <message>
        <source>%1, column %2: %3</source>
        <extracomment>%1 is the name of a field, %2 counts characters from 1, %3 says what is wrong there.</extracomment>
        <translation>%1，第 %2 列：%3</translation>
    </message>
    <message>
        <source>%1 is not a number; %2 is accepted</source>
        <translation>%1 不是数字，可使用 %2</translation>
    </message>
    <message>
        <source>%1 is not a name known here; %2 accepted</source>
        <translation>此处无法识别名称 %1，可使用 %2</translation>
    </message>
    <message>
        <source>a value is missing; %1 is accepted</source>
        <translation>缺少值，可使用 %1</translation>
    </message>
    <message>
        <source>%1 is out of range; %2 is accepted</source>
        <translation>%1 超出范围，可使用 %2</translation>
    </message>
    <message>
        <source>%1 is not a weekday; %2 accepted</source>
        <translation>%1 不是星期，可使用 %2</translation>
    </message>
    <message>
        <source>text is expected here</source>
        <translation>此处应为文本</translation>
    </message>
    <message>
        <source>%1 is not known here; %2 accepted</source>
        <translation>此处无法识别 %1，可使用 %2</translation>
    </message>
    <message>
        <source>left out, so the first time would come after the year 9999; a date is accepted</source>
        <translation>未填写，首次时间将晚于公元 9999 年，请填写日期</translation>
    </message>
    <message>
        <source>a whole number or text is expected here</source>
        <translation>此处应为整数或文本</translation>
    </message>
    <message>
        <source>unknown kind of trigger %1; accepted: %2</source>
        <translation>无法识别触发器类型 %1，可使用：%2</translation>
    </message>
    <message>
        <source>unknown argument %1; accepted: %2</source>
        <translation>无法识别参数 %1，可使用：%2</translation>
    </message>
    <message>
        <source>“%1” must be text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>“%1” contains a NUL character.</source>
        <translation>“%1”含有 NUL 字符。</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>“%1”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number from %2 to %3.</source>
        <translation>“%1”必须是 %2–%3 的整数。</translation>
    </message>
    <message>
        <source>“%1” must be an array.</source>
        <translation>“%1”必须是数组。</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>“%1”必须是对象。</translation>
    </message>
    <message>
        <source>“%1” must be an array of texts.</source>
        <translation>“%1”必须是文本数组。</translation>
    </message>
    <message>
        <source>“%1” must be one of: %2.</source>
        <translation>“%1”必须是以下之一：%2。</translation>
    </message>
    <message>
        <source>“%1” is not known here; accepted: %2.</source>
        <translation>此处无法识别“%1”，可使用：%2。</translation>
    </message>
    <message>
        <source>Not valid JSON at line %1, column %2: %3.</source>
        <translation>第 %1 行第 %2 列不是有效的 JSON：%3。</translation>
    </message>
    <message>
        <source>%1 is not a time zone known here; a name such as Europe/Berlin or an offset such as +08:00 is accepted</source>
        <extracomment>%1 is what was written, in quotes; it follows the name of an argument and a colon.</extracomment>
        <translation>无法识别时区 %1，可使用 Europe/Berlin 这样的名称或 +08:00 这样的偏移</translation>
    </message>
    <message>
        <source>not a number; 0 or more is accepted</source>
        <translation>不是数字，可使用 0 或更大的数</translation>
    </message>
    <message>
        <source>negative; 0 or more is accepted</source>
        <translation>不能为负，可使用 0 或更大的数</translation>
    </message>
    <message>
        <source>too long; up to 999999999 days in all are accepted</source>
        <translation>过长，总共最多 999999999 天</translation>
    </message>
    <message>
        <source>The length of an interval must be positive.</source>
        <translation>间隔必须大于零。</translation>
    </message>
    <message>
        <source>Could not start “%1” — the working folder “%2” does not exist.</source>
        <translation>无法启动“%1” — 工作目录“%2”不存在。</translation>
    </message>
    <message>
        <source>Could not start “%1” — the file is not readable for you.</source>
        <translation>无法启动“%1” — 当前用户没有读取权限。</translation>
    </message>
    <message>
        <source>Could not start “%1” — no interpreter is known for this kind of file, it has no “#!” line, and it is not executable.</source>
        <translation>无法启动“%1” — 没有适用于此类文件的解释器，文件没有“#!”行，也没有执行权限。</translation>
    </message>
    <message>
        <source>Could not start “%1” — its first line asks for “%2”, which does not exist or is not executable.</source>
        <translation>无法启动“%1” — 首行指定的“%2”不存在或没有执行权限。</translation>
    </message>
    <message>
        <source>Could not start “%1” — its interpreter “%2” is not in the job’s search path.</source>
        <translation>无法启动“%1” — 在任务的搜索路径中找不到解释器“%2”。</translation>
    </message>
    <message>
        <source>Could not start “%1” — the file does not exist.</source>
        <translation>无法启动“%1” — 文件不存在。</translation>
    </message>
    <message>
        <source>Could not start “%1” — the file is not executable for you.</source>
        <translation>无法启动“%1” — 当前用户没有执行权限。</translation>
    </message>
    <message>
        <source>Could not start “%1” — no such program in the job’s search path.</source>
        <translation>无法启动“%1” — 在任务的搜索路径中找不到该程序。</translation>
    </message>
    <message>
        <source>This action is not a process.</source>
        <translation>该执行内容不是进程。</translation>
    </message>
    <message>
        <source>not executable</source>
        <translation>没有执行权限</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被强制结束</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>illegal instruction</source>
        <translation>非法指令</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>异常中止</translation>
    </message>
    <message>
        <source>arithmetic error</source>
        <translation>算术错误</translation>
    </message>
    <message>
        <source>segmentation fault</source>
        <translation>段错误</translation>
    </message>
    <message>
        <source>terminal closed</source>
        <translation>终端已关闭</translation>
    </message>
    <message>
        <source>bus error</source>
        <translation>总线错误</translation>
    </message>
    <message>
        <source>broken pipe</source>
        <translation>管道断开</translation>
    </message>
    <message>
        <source>limit of CPU time</source>
        <translation>CPU 时间超限</translation>
    </message>
    <message>
        <source>limit of file size</source>
        <translation>文件大小超限</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>exit code %1 (%2)</source>
        <extracomment>%2 is what the code means, such as “not found”.</extracomment>
        <translation>退出码 %1（%2）</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>%1 (signal %2)</source>
        <extracomment>%1 is what the signal means, such as “segmentation fault”.</extracomment>
        <translation>%1（信号 %2）</translation>
    </message>
    <message>
        <source>Could not start “%1” — %2.</source>
        <extracomment>%1 is a program, %2 the operating system&apos;s own text.</extracomment>
        <translation>无法启动“%1” — %2。</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>was stopped after its limit of %1.</source>
        <translation>超过 %1 时限，已终止。</translation>
    </message>
    <message>
        <source>was stopped after its limit of %1 — 1 process ended.</source>
        <translation>超过 %1 时限，已终止 — 结束 1 个进程。</translation>
    </message>
    <message>
        <source>was stopped after its limit of %1 — 1 process ended, by force.</source>
        <translation>超过 %1 时限，已终止 — 强制结束 1 个进程。</translation>
    </message>
    <message>
        <source>was stopped after its limit of %1 — %2 processes ended.</source>
        <translation>超过 %1 时限，已终止 — 共结束 %2 个进程。</translation>
    </message>
    <message>
        <source>was stopped after its limit of %1 — %2 processes ended, %3 by force.</source>
        <translation>超过 %1 时限，已终止 — 共结束 %2 个进程，其中 %3 个为强制结束。</translation>
    </message>
    <message>
        <source>was stopped.</source>
        <translation>已终止。</translation>
    </message>
    <message>
        <source>was stopped — 1 process ended.</source>
        <translation>已终止 — 结束 1 个进程。</translation>
    </message>
    <message>
        <source>was stopped — 1 process ended, by force.</source>
        <translation>已终止 — 强制结束 1 个进程。</translation>
    </message>
    <message>
        <source>was stopped — %1 processes ended.</source>
        <translation>已终止 — 共结束 %1 个进程。</translation>
    </message>
    <message>
        <source>was stopped — %1 processes ended, %2 by force.</source>
        <translation>已终止 — 共结束 %1 个进程，其中 %2 个为强制结束。</translation>
    </message>
    <message>
        <source>was stopped before it started.</source>
        <translation>开始前已终止。</translation>
    </message>
    <message>
        <source>Noticed too late: the allowed delay was over.</source>
        <translation>发现时已超过允许延迟时间。</translation>
    </message>
    <message>
        <source>Merged into the run that was due last.</source>
        <translation>已合并到最后一个计划时间的执行中。</translation>
    </message>
    <message>
        <source>Only the newest missed due times are run.</source>
        <translation>只补执行最近错过的计划时间。</translation>
    </message>
    <message>
        <source>The run before it was still going on.</source>
        <translation>前一次执行尚未结束。</translation>
    </message>
    <message>
        <source>The file is missing, but “%1” with its latest changes is there.</source>
        <translation>文件不存在，但保存最近更改的“%1”仍在。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>它是空文件。</translation>
    </message>
    <message>
        <source>It is not a database.</source>
        <translation>它不是数据库。</translation>
    </message>
    <message>
        <source>It belongs to another program.</source>
        <translation>它属于其他程序。</translation>
    </message>
    <message>
        <source>The log “%1” cannot be read: %2.</source>
        <translation>无法读取日志“%1”：%2。</translation>
    </message>
    <message>
        <source>The log of run %1 is already open.</source>
        <translation>执行记录 %1 的日志已打开。</translation>
    </message>
    <message>
        <source>The stored definition of this job cannot be read: %1 It is kept as it is.</source>
        <translation>无法读取该任务保存的定义：%1 已原样保留。</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>没有执行记录 %1。</translation>
    </message>
    <message>
        <source>This due time of the job is already on record. Nothing was changed.</source>
        <translation>该任务的这一计划时间已有记录，未作任何更改。</translation>
    </message>
    <message>
        <source>“%1” is locked by another program. Nothing was changed. Close the other program and try again.</source>
        <translation>“%1”被其他程序锁定，未作任何更改。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>There is no space left for “%1”. Nothing was changed. Free some space and try again.</source>
        <translation>“%1”所在磁盘空间不足，未作任何更改。请释放空间后重试。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened for writing: %2. Choose another profile folder or change its permissions.</source>
        <translation>无法以写入方式打开“%1”：%2。请选择其他数据目录或修改其权限。</translation>
    </message>
    <message>
        <source>“%1” is open for reading only here. Nothing was changed.</source>
        <translation>“%1”在此处以只读方式打开，未作任何更改。</translation>
    </message>
    <message>
        <source>There is no job database “%1” yet.</source>
        <translation>任务数据库“%1”尚不存在。</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>它已损坏。</translation>
    </message>
    <message>
        <source>The disk reports an error when reading or writing it.</source>
        <translation>读写该文件时磁盘报告错误。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Carillon.</source>
        <translation>它由更新版本的 Carillon 写入。</translation>
    </message>
    <message>
        <source>It was written by an older version of Carillon and has to be opened by the window or the server first.</source>
        <translation>它由较早版本的 Carillon 写入，需要先由窗口程序或服务打开一次。</translation>
    </message>
    <message>
        <source>“%1” could not be read or written for an unexpected reason, which is in the program&apos;s log. Nothing was changed.</source>
        <translation>因意外原因无法读写“%1”，详情见程序日志，未作任何更改。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>The folder with settings, database and logs.</source>
        <translation>存放设置、数据库和日志的文件夹。</translation>
    </message>
    <message>
        <source>Add the jobs of this JSON file before starting.</source>
        <translation>启动前加入该 JSON 文件中的任务。</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>可使用：%1。</translation>
    </message>
    <message>
        <source>A desktop job manager.</source>
        <translation>桌面任务管理器。</translation>
    </message>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation>启动到系统托盘，不显示窗口。</translation>
    </message>
    <message>
        <source>--jobs: there is no file “%1”.</source>
        <translation>--jobs：找不到文件“%1”。</translation>
    </message>
    <message>
        <source>--log-level: “%1” is not known; one of %2 is accepted.</source>
        <translation>--log-level：无法识别“%1”，可使用 %2。</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>“%1”不是可用的选项。</translation>
    </message>
    <message>
        <source>carillonctl --help shows what is accepted.</source>
        <translation>carillonctl --help 会列出可用的写法。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>找不到文件“%1”。</translation>
    </message>
    <message>
        <source>%1 jobs added, %2 replaced, %3 left as they were.</source>
        <translation>新增 %1 个任务，替换 %2 个，保持不变 %3 个。</translation>
    </message>
    <message>
        <source>The profile folder “%1” cannot be created. Nothing was started. Choose another one with --profile.</source>
        <translation>无法创建数据目录“%1”，未启动。请用 --profile 指定其他目录。</translation>
    </message>
    <message>
        <source>The profile folder “%1” cannot be written: %2. Nothing was started. Choose another one with --profile.</source>
        <translation>无法写入数据目录“%1”：%2。未启动，请用 --profile 指定其他目录。</translation>
    </message>
    <message>
        <source>Another program holds the profile “%1”.</source>
        <translation>数据目录“%1”正被其他程序使用。</translation>
    </message>
    <message>
        <source>The profile “%1” is held by %2 (process %3) since %4.</source>
        <translation>数据目录“%1”自 %4 起由 %2（进程 %3）占用。</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be locked: %2. Nothing was started.</source>
        <translation>无法锁定数据目录“%1”：%2。未启动。</translation>
    </message>
    <message>
        <source>“%1” could not be copied to “%2”.</source>
        <translation>无法将“%1”复制到“%2”。</translation>
    </message>
    <message>
        <source>“trigger” must be one of %1, manual or an object.</source>
        <translation>“trigger”必须是 %1、manual 之一，或一个对象。</translation>
    </message>
    <message>
        <source>calendarinterval: the interval is empty; at least one of years, months, weeks, days is accepted</source>
        <translation>calendarinterval：间隔为空；years、months、weeks、days 至少填写一项</translation>
    </message>
    <message>
        <source>end_date: it lies before start_date</source>
        <translation>end_date：早于 start_date</translation>
    </message>
    <message>
        <source>nested too deeply; up to %1 levels are accepted</source>
        <translation>嵌套过深；最多可嵌套 %1 层</translation>
    </message>
    <message>
        <source>an object with kind and args is expected here</source>
        <translation>此处应为含 kind 和 args 的对象</translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation>此处应为列表</translation>
    </message>
    <message>
        <source>nothing is listed; at least one trigger is accepted</source>
        <translation>列表为空；至少需要一个触发器</translation>
    </message>
    <message>
        <source>or, trigger %1: %2</source>
        <translation>or，第 %1 个触发器：%2</translation>
    </message>
    <message>
        <source>and, trigger %1: %2</source>
        <translation>and，第 %1 个触发器：%2</translation>
    </message>
    <message>
        <source>exclude_dates, date %1: %2</source>
        <extracomment>Of a list of dates: %1 is which of them is wrong, %2 why.</extracomment>
        <translation>exclude_dates，第 %1 个日期：%2</translation>
    </message>
    <message>
        <source>except, base: %1</source>
        <translation>except，base：%1</translation>
    </message>
    <message>
        <source>except, exclude %1: %2</source>
        <translation>except，第 %1 个 exclude：%2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>不小于 %1</translation>
    </message>
    <message>
        <source>%1 needs a weekday after a blank; %2 accepted</source>
        <translation>%1 之后应有空格和星期；可用 %2</translation>
    </message>
    <message>
        <source>a step is missing; %1 is accepted</source>
        <translation>缺少步长；可用 %1</translation>
    </message>
    <message>
        <source>the step %1 does not fit; %2 is accepted</source>
        <translation>步长 %1 不合适；可用 %2</translation>
    </message>
    <message>
        <source>%1 has a step after a single value; a range or no step is accepted</source>
        <translation>%1 在单个值后带有步长；请改用范围或去掉步长</translation>
    </message>
    <message>
        <source>%1 runs backwards; %2 is accepted</source>
        <translation>%1 前后颠倒；可用 %2</translation>
    </message>
    <message>
        <source>%1 is part of a list; alone it is accepted</source>
        <translation>%1 不能用于列表；可单独使用</translation>
    </message>
    <message>
        <source>%1 is not a position in the month; %2 is accepted</source>
        <translation>%1 不是当月的第几个；可用 %2</translation>
    </message>
    <message>
        <source>%1 is not known here; @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly accepted</source>
        <translation>无法识别 %1；可用 @yearly、@annually、@monthly、@weekly、@daily、@midnight、@hourly</translation>
    </message>
    <message>
        <source>day and weekday are both &apos;?&apos;; exactly one &apos;?&apos; is accepted</source>
        <translation>日和星期都是“?”；有且只能有一个“?”</translation>
    </message>
    <message>
        <source>neither day nor weekday is &apos;?&apos;; exactly one &apos;?&apos; is accepted</source>
        <translation>日和星期都不是“?”；有且只能有一个“?”</translation>
    </message>
    <message>
        <source>1 field; %1 has %2</source>
        <extracomment>%1 is the name of a syntax, %2 a number, or two as in “6 or 7”.</extracomment>
        <translation>有 1 段；%1 有 %2 段</translation>
    </message>
    <message>
        <source>%1 fields; %2 has %3</source>
        <extracomment>%1 is a number, %2 the name of a syntax, %3 a number, or two as in “6 or 7”.</extracomment>
        <translation>有 %1 段；%2 有 %3 段</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>%1 (from column %2), column %3: %4</source>
        <extracomment>%1 is the name of a field, %2 counts characters to where it begins and %3 from there, both from 1; %4 says what is wrong there.</extracomment>
        <translation>%1（从第 %2 列起），第 %3 列：%4</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Crontab</source>
        <comment>needs 5 fields</comment>
        <translation>Crontab 语法</translation>
    </message>
    <message>
        <source>“With seconds”</source>
        <comment>needs 6 fields</comment>
        <translation>“含秒”语法</translation>
    </message>
    <message>
        <source>Quartz</source>
        <comment>needs 6 or 7 fields</comment>
        <translation>Quartz 语法</translation>
    </message>
    <message>
        <source>kinit</source>
        <comment>needs 6 or 7 fields</comment>
        <translation>kinit 语法</translation>
    </message>
    <message>
        <source>APScheduler crontab</source>
        <comment>needs 5 fields</comment>
        <translation>APScheduler crontab 语法</translation>
    </message>
    <message>
        <source>This is empty — %1 needs %2 fields.</source>
        <translation>此处为空，%1需要 %2 段。</translation>
    </message>
    <message>
        <source>This has 1 field — %1 needs %2.</source>
        <translation>这里有 1 段，%1需要 %2 段。</translation>
    </message>
    <message>
        <source>This has %1 fields — %2 needs %3.</source>
        <translation>这里有 %1 段，%2需要 %3 段。</translation>
    </message>
    <message>
        <source>This has 1 field; %1 needs %2 — switch to “%3”?</source>
        <translation>这里有 1 段，%1需要 %2 段。是否切换为“%3”语法？</translation>
    </message>
    <message>
        <source>This has %1 fields; %2 needs %3 — switch to “%4”?</source>
        <translation>这里有 %1 段，%2需要 %3 段。是否切换为“%4”语法？</translation>
    </message>
    <message>
        <source>Day and weekday are both “?” — use “?” for exactly one of them.</source>
        <translation>日和星期都是“?”，有且只能有一个为“?”。</translation>
    </message>
    <message>
        <source>Day and weekday are both given — use “?” for exactly one of them.</source>
        <translation>日和星期都已指定，请将其中一个改为“?”。</translation>
    </message>
    <message>
        <source>“%1” is not a weekday — use mon, tue … sun.</source>
        <translation>“%1”不是星期，请使用 mon、tue……sun。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not a weekday — use mon, tue … sun.</source>
        <translation>“%1”中的“%2”不是星期，请使用 mon、tue……sun。</translation>
    </message>
    <message>
        <source>“%1” is not a month — use jan, feb … dec.</source>
        <translation>“%1”不是月份，请使用 jan、feb……dec。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not a month — use jan, feb … dec.</source>
        <translation>“%1”中的“%2”不是月份，请使用 jan、feb……dec。</translation>
    </message>
    <message>
        <source>“%1” is not known here — use 1 to 31 or forms like %2.</source>
        <translation>无法识别“%1”，请使用 1–31，或 %2 这样的写法。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not known here — use 1 to 31 or forms like %3.</source>
        <translation>无法识别“%1”中的“%2”，请使用 1–31，或 %3 这样的写法。</translation>
    </message>
    <message>
        <source>“%1” is not a number — use %2 to %3.</source>
        <translation>“%1”不是数字，请使用 %2–%3。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not a number — use %3 to %4.</source>
        <translation>“%1”中的“%2”不是数字，请使用 %3–%4。</translation>
    </message>
    <message>
        <source>%1 is empty — use %2 to %3.</source>
        <translation>%1为空，请填写 %2–%3。</translation>
    </message>
    <message>
        <source>“%1”: a value is missing — use %2 to %3.</source>
        <translation>“%1”缺少一个值，请使用 %2–%3。</translation>
    </message>
    <message>
        <source>“%1”: a number is missing after “/” — use %2 to %3.</source>
        <translation>“%1”的“/”后缺少数字，请使用 %2–%3。</translation>
    </message>
    <message>
        <source>“%1”: a number is missing after “/” — use 1 or more.</source>
        <translation>“%1”的“/”后缺少数字，请使用不小于 1 的数。</translation>
    </message>
    <message>
        <source>“%1” is a single value with a step — use a range, or no step.</source>
        <translation>“%1”在单个值后带有步长，请改用范围，或去掉步长。</translation>
    </message>
    <message>
        <source>“%1”: the step %2 does not fit — use %3 to %4.</source>
        <translation>“%1”的步长 %2 不合适，请使用 %3–%4。</translation>
    </message>
    <message>
        <source>“%1”: the step %2 does not fit — use 1 or more.</source>
        <translation>“%1”的步长 %2 不合适，请使用不小于 1 的数。</translation>
    </message>
    <message>
        <source>APScheduler fields</source>
        <translation>APScheduler 字段</translation>
    </message>
    <message>
        <source>APScheduler crontab</source>
        <translation>APScheduler crontab</translation>
    </message>
    <message>
        <source>Crontab</source>
        <translation>Crontab</translation>
    </message>
    <message>
        <source>With seconds</source>
        <translation>含秒</translation>
    </message>
    <message>
        <source>Quartz</source>
        <translation>Quartz</translation>
    </message>
    <message>
        <source>kinit</source>
        <translation>kinit</translation>
    </message>
    <message>
        <source>“%1” is not known here — use @yearly, @monthly, @weekly, @daily or @hourly.</source>
        <translation>无法识别“%1”，请使用 @yearly、@monthly、@weekly、@daily 或 @hourly。</translation>
    </message>
    <message>
        <source>%1 “%2” is out of range — use %3 to %4.</source>
        <translation>%1“%2”超出范围，请填写 %3–%4。</translation>
    </message>
    <message>
        <source>“%1” lacks a weekday — use forms like “%1 mon”.</source>
        <translation>“%1”缺少星期，请使用“%1 mon”这样的写法。</translation>
    </message>
    <message>
        <source>“%1” runs backwards — use %2.</source>
        <translation>“%1”前后颠倒，请使用 %2。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not expected here — use a comma between values.</source>
        <translation>“%1”中不应出现“%2”，请用逗号分隔各个值。</translation>
    </message>
    <message>
        <source>“%1”: “%2” cannot be part of a list — use it alone.</source>
        <translation>“%1”中的“%2”不能用于列表，请单独使用。</translation>
    </message>
    <message>
        <source>“%1”: “%2” is not a week of the month — use 1 to 5.</source>
        <translation>“%1”中的“%2”不是当月的第几个，请使用 1–5。</translation>
    </message>
    <message>
        <source>missing; text is accepted</source>
        <translation>缺少；可用文本</translation>
    </message>
    <message>
        <source>%1 is not a date; 2024-03-10 is accepted</source>
        <translation>%1 不是日期；可用 2024-03-10 这样的写法</translation>
    </message>
    <message>
        <source>not a whole number; %1 is accepted</source>
        <translation>不是整数；可用 %1</translation>
    </message>
    <message>
        <source>not a number from 0 to %1; seconds are accepted</source>
        <extracomment>Of a number of seconds; %1 is the largest.</extracomment>
        <translation>不是 0 至 %1 的数；单位为秒</translation>
    </message>
    <message>
        <source>not accepted inside another trigger</source>
        <translation>不能用于另一个触发器之内</translation>
    </message>
    <message>
        <source>%1 in all; up to %2 are accepted</source>
        <translation>共 %1 个；最多可用 %2 个</translation>
    </message>
    <message>
        <source>“retry_growth” must be a number from 1 to 10.</source>
        <translation>“retry_growth”必须是 1 到 10 之间的数字。</translation>
    </message>
    <message>
        <source>“success_exit_codes” must list whole numbers from 0 to 255.</source>
        <translation>“success_exit_codes”必须列出 0 到 255 之间的整数。</translation>
    </message>
    <message>
        <source>There was no network.</source>
        <translation>当时没有网络连接。</translation>
    </message>
    <message>
        <source>The computer ran on battery.</source>
        <translation>计算机正使用电池供电。</translation>
    </message>
    <message>
        <source>The computer was in use.</source>
        <translation>计算机正在使用中。</translation>
    </message>
    <message>
        <source>Missed runs of this job are not made up.</source>
        <translation>本任务错过的执行不补做。</translation>
    </message>
    <message>
        <source>Run %1 was still going on.</source>
        <translation>执行 %1 尚未结束。</translation>
    </message>
    <message>
        <source>As many runs as allowed waited already.</source>
        <translation>排队等待的次数已达上限。</translation>
    </message>
    <message>
        <source>A newer run took its place.</source>
        <translation>已被更新的一次执行替换。</translation>
    </message>
    <message>
        <source>Run %1 took its place.</source>
        <translation>已被执行 %1 替换。</translation>
    </message>
    <message>
        <source>No executor is called “%1”.</source>
        <translation>没有名为“%1”的执行器。</translation>
    </message>
    <message>
        <source>The answer is not HTTP.</source>
        <translation>应答不是 HTTP。</translation>
    </message>
    <message>
        <source>The answer breaks the rules of HTTP.</source>
        <translation>应答违反 HTTP 规则。</translation>
    </message>
    <message>
        <source>The answer is encoded in a way not known here: “%1”.</source>
        <translation>应答的编码方式未知：“%1”。</translation>
    </message>
    <message>
        <source>“%1” redirects again after %2 redirects, perhaps in a circle; that was not followed.</source>
        <translation>“%1”在 %2 次重定向后仍要重定向，可能形成循环，未再跟随。</translation>
    </message>
    <message>
        <source>“%1” sent more than %2 MiB; the rest was not fetched.</source>
        <translation>“%1”发送的数据超过 %2 MiB，其余部分未获取。</translation>
    </message>
    <message>
        <source>“%1” answered %2; expected was %3.</source>
        <translation>“%1”应答 %2，期望的是 %3。</translation>
    </message>
    <message>
        <source>The certificate of “%1” expired on %2.</source>
        <translation>“%1”的证书已于 %2 过期。</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid before %2; is the clock right?</source>
        <translation>“%1”的证书在 %2 之前无效，请检查时钟是否正确。</translation>
    </message>
    <message>
        <source>The certificate of “%1” is made out to “%2”.</source>
        <translation>“%1”的证书是颁发给“%2”的。</translation>
    </message>
    <message>
        <source>The certificate of “%1” is self-signed: nobody vouches for it.</source>
        <translation>“%1”的证书是自签名的，没有机构为其担保。</translation>
    </message>
    <message>
        <source>The certificate of “%1” comes from “%2”, which this computer does not trust.</source>
        <translation>“%1”的证书由“%2”颁发，本机不信任该机构。</translation>
    </message>
    <message>
        <source>The certificate of “%1” has been revoked.</source>
        <translation>“%1”的证书已被吊销。</translation>
    </message>
    <message>
        <source>“%1” was not found. Check the name and the network.</source>
        <translation>找不到“%1”。请检查名称和网络。</translation>
    </message>
    <message>
        <source>“%1” refused the connection on port %2. Is the server running?</source>
        <translation>“%1”拒绝了端口 %2 上的连接。服务器是否已启动？</translation>
    </message>
    <message>
        <source>“%1” did not answer on port %2.</source>
        <translation>“%1”在端口 %2 上没有应答。</translation>
    </message>
    <message>
        <source>“%1” closed the connection on port %2 without an answer.</source>
        <translation>“%1”未应答就关闭了端口 %2 上的连接。</translation>
    </message>
    <message>
        <source>There is no secure connection to “%1” on port %2. Does it speak https, with TLS 1.2 or newer? The request was not sent.</source>
        <translation>无法与“%1”的端口 %2 建立安全连接。它是否支持 https（TLS 1.2 或更新）？请求未发送。</translation>
    </message>
    <message>
        <source>The connection to “%1”, port %2, failed: %3.</source>
        <translation>与“%1”端口 %2 的连接失败：%3。</translation>
    </message>
    <message>
        <source>The certificate of “%1” was not accepted: %2.</source>
        <translation>未接受“%1”的证书：%2。</translation>
    </message>
    <message>
        <source>%1 The request was not sent.</source>
        <extracomment>%1 a sentence about a certificate</extracomment>
        <translation>%1请求未发送。</translation>
    </message>
    <message>
        <source>“%1” was not asked: https does not work on this computer, its TLS library is missing.</source>
        <translation>未向“%1”发出请求：本机缺少 TLS 库，无法使用 https。</translation>
    </message>
    <message>
        <source>“%1”, port %2: %3</source>
        <extracomment>%1 name of a host, %2 a sentence saying what is wrong with its answer</extracomment>
        <translation>“%1”，端口 %2：%3</translation>
    </message>
    <message>
        <source>“%1” closed the connection in the middle of its answer, after %2 bytes.</source>
        <translation>“%1”在应答中途（%2 字节后）关闭了连接。</translation>
    </message>
    <message>
        <source>“%1” redirects to “%2”, which is no web address.</source>
        <translation>“%1”重定向到“%2”，这不是网址。</translation>
    </message>
    <message>
        <source>“%1” redirects from https to “%2”, which is not secure; that was not followed.</source>
        <translation>“%1”从 https 重定向到不安全的“%2”，未跟随。</translation>
    </message>
    <message>
        <source>“%1” wants the body sent to “%2”, another host; that was not done. Give the job that address if it is right.</source>
        <translation>“%1”要求把请求正文发送到另一台主机“%2”，未照办。若地址无误，请直接填入任务。</translation>
    </message>
    <message>
        <source>its exit code was lost</source>
        <translation>其退出码已丢失</translation>
    </message>
    <message>
        <source>Error resolving reference %1: could not import module — %2</source>
        <translation>解析引用 %1 时出错：无法导入模块 — %2</translation>
    </message>
    <message>
        <source>Error resolving reference %1: error looking up object — %2</source>
        <translation>解析引用 %1 时出错：找不到对象 — %2</translation>
    </message>
    <message>
        <source>func must be a callable or a textual reference to one; %1 is of type %2.</source>
        <extracomment>%1 the reference, %2 the type of what was found, such as “int”</extracomment>
        <translation>func 必须是可调用对象或其文本引用；%1 的类型是 %2。</translation>
    </message>
    <message>
        <source>The following arguments are supplied in both args and kwargs: %1</source>
        <translation>以下参数在 args 和 kwargs 中重复给出：%1</translation>
    </message>
    <message>
        <source>The following arguments cannot be given as keyword arguments: %1</source>
        <translation>以下参数不能以关键字方式给出：%1</translation>
    </message>
    <message>
        <source>The following arguments have not been supplied: %1</source>
        <translation>缺少以下参数：%1</translation>
    </message>
    <message>
        <source>The following keyword-only arguments have not been supplied in kwargs: %1</source>
        <translation>kwargs 中缺少以下仅限关键字的参数：%1</translation>
    </message>
    <message>
        <source>The list of positional arguments is longer than the target callable can handle (allowed: %1, given in args: %2)</source>
        <translation>位置参数多于目标函数所能接受的数量（允许 %1 个，args 中给出 %2 个）</translation>
    </message>
    <message>
        <source>The target callable does not accept the following keyword arguments: %1</source>
        <translation>目标函数不接受以下关键字参数：%1</translation>
    </message>
    <message>
        <source>Module not found: %1</source>
        <translation>未找到该模块：%1</translation>
    </message>
    <message>
        <source>No such class in the module: %1</source>
        <translation>未找到该模块下的方法：%1</translation>
    </message>
    <message>
        <source>Wrong arguments: %1 — %2</source>
        <extracomment>%1 the arguments in brackets, %2 Python&apos;s own text</extracomment>
        <translation>参数传递错误：%1, 详情：%2</translation>
    </message>
    <message>
        <source>The class %1 has no method “main”.</source>
        <translation>类 %1 没有“main”方法。</translation>
    </message>
    <message>
        <source>%1 failed when it was tried: %2</source>
        <translation>试调用 %1 失败：%2</translation>
    </message>
    <message>
        <source>a module and a class are expected, joined by a dot, as in package.module.Class(&quot;text&quot;, 1).</source>
        <translation>应为用点连接的模块和类，例如 package.module.Class(&quot;text&quot;, 1)。</translation>
    </message>
    <message>
        <source>a Python name is expected here, as in package.module.Class(&quot;text&quot;, 1).</source>
        <translation>此处应为 Python 名称，例如 package.module.Class(&quot;text&quot;, 1)。</translation>
    </message>
    <message>
        <source>“(” or the end is expected here.</source>
        <translation>此处应为“(”或结束。</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <extracomment>%1 a number, %2 a sentence</extracomment>
        <translation>第 %1 列：%2</translation>
    </message>
    <message>
        <source>a comma or “)” is expected here.</source>
        <translation>此处应为逗号或“)”。</translation>
    </message>
    <message>
        <source>a value is expected after the comma.</source>
        <translation>逗号后应有一个值。</translation>
    </message>
    <message>
        <source>nothing is accepted after the “)”.</source>
        <translation>“)”之后不能再有内容。</translation>
    </message>
    <message>
        <source>this text has no closing quote.</source>
        <translation>此文本缺少结束引号。</translation>
    </message>
    <message>
        <source>this text contains half a character.</source>
        <translation>此文本包含半个字符。</translation>
    </message>
    <message>
        <source>this escape is not known; accepted: \\ \&apos; \&quot; \n \r \t \xHH \uHHHH \UHHHHHHHH.</source>
        <translation>无法识别此转义；可用：\\ \&apos; \&quot; \n \r \t \xHH \uHHHH \UHHHHHHHH。</translation>
    </message>
    <message>
        <source>a text in quotes, a number, True, False or None is expected here.</source>
        <translation>此处应为带引号的文本、数字、True、False 或 None。</translation>
    </message>
    <message>
        <source>this word is not known; a text needs quotes, and True, False and None are accepted.</source>
        <translation>无法识别此词；文本需加引号，另可用 True、False 和 None。</translation>
    </message>
    <message>
        <source>“%1” is not known; accepted: carillon:command, carillon:script, carillon:http, carillon:log, carillon:sleep, carillon:noop and package.module:function of Python.</source>
        <translation>无法识别“%1”；可用：carillon:command、carillon:script、carillon:http、carillon:log、carillon:sleep、carillon:noop，以及 Python 的 package.module:function。</translation>
    </message>
    <message>
        <source>A call like package.module.Class(&quot;text&quot;, 1) has its arguments in its brackets and takes no others.</source>
        <translation>形如 package.module.Class(&quot;text&quot;, 1) 的调用，参数都在括号内，不接受其他参数。</translation>
    </message>
    <message>
        <source>“%1” is not a function; package.module:function, package.module.Class(…), carillon:command or carillon:script are accepted.</source>
        <translation>“%1”不是函数；可用 package.module:function、package.module.Class(…)、carillon:command 或 carillon:script。</translation>
    </message>
    <message>
        <source>“%1” is not an expected status; 200, 200-299 or a list of these is accepted.</source>
        <translation>“%1”不是有效的期望状态；请填写 200、200-299 或其列表。</translation>
    </message>
    <message>
        <source>“headers” must map names to texts.</source>
        <translation>“headers”必须是名称到文本的映射。</translation>
    </message>
    <message>
        <source>Which address? Type it as https://host/path.</source>
        <translation>缺少地址，请按 https://host/path 填写。</translation>
    </message>
    <message>
        <source>“%1” is not an address; https://host/path is accepted.</source>
        <translation>“%1”不是地址，请按 https://host/path 填写。</translation>
    </message>
    <message>
        <source>“%1” does not begin with http:// or https://.</source>
        <translation>“%1”不以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>“%1” names no host; https://host/path is accepted.</source>
        <translation>“%1”没有主机名，请按 https://host/path 填写。</translation>
    </message>
    <message>
        <source>An address with user or password would show them in lists and logs; put them into the header Authorization.</source>
        <translation>地址中的用户名或密码会出现在列表和日志中，请改放入 Authorization 标头。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a header; letters, digits and dashes are accepted.</source>
        <translation>“%1”不是有效的标头名称，请用字母、数字和连字符。</translation>
    </message>
    <message>
        <source>The header “%1” is set by Carillon.</source>
        <translation>标头“%1”由 Carillon 设置。</translation>
    </message>
    <message>
        <source>The header “%1” is there twice.</source>
        <translation>标头“%1”重复。</translation>
    </message>
    <message>
        <source>The header “%1” must not contain line breaks or other control characters.</source>
        <translation>标头“%1”不能包含换行或其他控制字符。</translation>
    </message>
    <message>
        <source>Which status is expected? For example 200-299.</source>
        <translation>缺少期望的状态，例如 200-299。</translation>
    </message>
    <message>
        <source>%1 is out of range; 100 to 599 is accepted.</source>
        <translation>%1 超出范围，请填写 100 到 599。</translation>
    </message>
    <message>
        <source>An HTTP job needs an address as its only argument.</source>
        <translation>HTTP 任务需要且只需要一个地址参数。</translation>
    </message>
    <message>
        <source>“%1” is not a method; GET, POST and the like are accepted.</source>
        <translation>“%1”不是请求方法，请填写 GET、POST 等。</translation>
    </message>
    <message>
        <source>The name of an executor cannot be empty.</source>
        <translation>执行器名称不能为空。</translation>
    </message>
    <message>
        <source>“%1” is not an encoding known here; accepted: %2.</source>
        <translation>无法识别编码“%1”；可用：%2。</translation>
    </message>
    <message>
        <source>“python” is for jobs that call Python only.</source>
        <translation>“python”仅用于调用 Python 的任务。</translation>
    </message>
    <message>
        <source>“path” must be an array of folders.</source>
        <translation>“path”必须是文件夹数组。</translation>
    </message>
    <message>
        <source>python: %1</source>
        <translation>python：%1</translation>
    </message>
    <message>
        <source>The text to look for in the output is too long.</source>
        <translation>要在输出中查找的文字过长。</translation>
    </message>
    <message>
        <source>The name of a queue has at most %1 characters.</source>
        <translation>队列名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A job can start after at most %1 others.</source>
        <translation>一个任务最多可在 %1 个其他任务之后启动。</translation>
    </message>
    <message>
        <source>The job was paused.</source>
        <translation>任务已暂停。</translation>
    </message>
    <message>
        <source>There is no job “%1” to start after.</source>
        <translation>没有可供跟随的任务“%1”。</translation>
    </message>
    <message>
        <source>These jobs would wait for each other: %1.</source>
        <extracomment>%1 ids of jobs, such as: a ← b ← a</extracomment>
        <translation>这些任务会互相等待：%1。</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>computer asleep</source>
        <translation>计算机睡眠</translation>
    </message>
    <message>
        <source>Carillon not running</source>
        <translation>Carillon 未启动</translation>
    </message>
    <message>
        <source>scheduler paused</source>
        <translation>调度器暂停</translation>
    </message>
    <message>
        <source>clock set forward</source>
        <translation>时钟被调快</translation>
    </message>
    <message>
        <source>Carillon held up</source>
        <translation>Carillon 受阻</translation>
    </message>
    <message>
        <source>rule &quot;run once&quot;</source>
        <translation>规则“补执行一次”</translation>
    </message>
    <message>
        <source>rule &quot;run every missed one&quot;</source>
        <translation>规则“逐次补执行”</translation>
    </message>
    <message>
        <source>rule &quot;skip&quot;</source>
        <translation>规则“跳过”</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>still going on</source>
        <translation>仍在执行</translation>
    </message>
    <message>
        <source>recorded as Success</source>
        <translation>记为成功</translation>
    </message>
    <message>
        <source>recorded as Failed</source>
        <translation>记为失败</translation>
    </message>
    <message>
        <source>recorded as Timed out</source>
        <translation>记为超时</translation>
    </message>
    <message>
        <source>recorded as Stopped</source>
        <translation>记为已终止</translation>
    </message>
    <message>
        <source>recorded as Missed</source>
        <translation>记为错过</translation>
    </message>
    <message>
        <source>recorded as Skipped</source>
        <translation>记为已跳过</translation>
    </message>
    <message>
        <source>recorded as Interrupted</source>
        <translation>记为被中断</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>执行 %1</translation>
    </message>
    <message>
        <source>run %1 of “%2”</source>
        <translation>“%2”的执行 %1</translation>
    </message>
    <message>
        <source>started by hand</source>
        <translation>手动启动</translation>
    </message>
    <message>
        <source>started by hand by %1</source>
        <translation>由 %1 手动启动</translation>
    </message>
    <message>
        <source>started by a caller of the API</source>
        <translation>通过 API 启动</translation>
    </message>
    <message>
        <source>started over the API by %1</source>
        <translation>由 %1 通过 API 启动</translation>
    </message>
    <message>
        <source>attempt %1 after %2</source>
        <translation>第 %1 次尝试，前一次为%2</translation>
    </message>
    <message>
        <source>because %1 ended</source>
        <translation>因%1结束</translation>
    </message>
    <message>
        <source>once more, because %1 was interrupted</source>
        <translation>再次执行，因%1被中断</translation>
    </message>
    <message>
        <source>%1 to %2 due, %3 times</source>
        <translation>%1 至 %2 到期 %3 次</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>%1–%2 %3</source>
        <extracomment>%1 and %2 times of day, %3 what was the matter: computer asleep</extracomment>
        <translation>%1–%2 %3</translation>
    </message>
    <message>
        <source>noticed %1 (%2 late)</source>
        <translation>%1 发现（晚 %2）</translation>
    </message>
    <message>
        <source>grace %1</source>
        <translation>允许延迟 %1</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>不早于 %1</translation>
    </message>
    <message>
        <source>waited %1 for its turn</source>
        <translation>排队等待 %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>%1 启动</translation>
    </message>
    <message>
        <source>ended %1 after %2</source>
        <translation>%1 结束，历时 %2</translation>
    </message>
    <message>
        <source>time-out %1</source>
        <translation>超时时间 %1</translation>
    </message>
    <message>
        <source>%1 processes ended, %2 of them by force</source>
        <translation>终止 %1 个进程，其中 %2 个为强制</translation>
    </message>
    <message>
        <source>Its output does not contain “%1”.</source>
        <translation>其输出不包含“%1”。</translation>
    </message>
    <message>
        <source>Its output contains “%1”.</source>
        <translation>其输出包含“%1”。</translation>
    </message>
    <message>
        <source>The database is damaged:</source>
        <translation>数据库已损坏：</translation>
    </message>
    <message>
        <source>The database is sound. Jobs: %1. Runs: %2. Size: %3. Version: %4.</source>
        <extracomment>%1 a number of jobs, %2 a number of runs, %3 a size such as 12 MB, %4 a version number</extracomment>
        <translation>数据库完好。任务：%1。执行：%2。大小：%3。版本：%4。</translation>
    </message>
    <message>
        <source>The definition of the job “%1” cannot be read.</source>
        <translation>无法读取任务“%1”的定义。</translation>
    </message>
    <message>
        <source>“%1” with its latest changes is damaged.</source>
        <translation>“%1”及其最近的更改已损坏。</translation>
    </message>
    <message>
        <source>“%1” was not restored. %2</source>
        <translation>“%1”未被恢复。%2</translation>
    </message>
    <message>
        <source>No such job store: %1. There are: %2.</source>
        <translation>没有这个任务存储：%1。可用：%2。</translation>
    </message>
    <message>
        <source>There is already a file “%1”. It was kept. Choose another name.</source>
        <translation>文件“%1”已存在，已保留。请另选名称。</translation>
    </message>
    <message>
        <source>The job database “%1” cannot be used. %2 It was left untouched.</source>
        <translation>任务数据库“%1”无法使用。%2未作任何改动。</translation>
    </message>
    <message>
        <source>Restoring it was interrupted and has to be finished by the window or the server first.</source>
        <translation>恢复过程曾被中断，须先由窗口程序或服务器完成。</translation>
    </message>
    <message>
        <source>There is no copy of it. Move it away to begin anew.</source>
        <translation>没有它的备份。移走它即可重新开始。</translation>
    </message>
    <message>
        <source>The newest copy is “%1”. Restore it, or move the database away to begin anew.</source>
        <translation>最新的备份是“%1”。请恢复它，或移走数据库以重新开始。</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须为 true 或 false</translation>
    </message>
    <message>
        <source>Carillon is being ended.</source>
        <translation>Carillon 正在结束。</translation>
    </message>
    <message>
        <source>The job store “%1” names the file “%2”, which another one uses. Nothing was started. Give it a file of its own in the settings.</source>
        <translation>任务存储“%1”所用的文件“%2”已被另一个使用。未启动任何任务。请在设置中为其指定单独的文件。</translation>
    </message>
    <message>
        <source>Too many requests are being answered. Try again.</source>
        <translation>正在处理的请求过多。请重试。</translation>
    </message>
    <message>
        <source>The request ended early.</source>
        <translation>请求未发完就结束了。</translation>
    </message>
    <message>
        <source>The request did not arrive in time.</source>
        <translation>请求未在规定时间内到达。</translation>
    </message>
    <message>
        <source>The HTTP endpoint has no address. It was not started.</source>
        <translation>HTTP 接口没有地址，未启动。</translation>
    </message>
    <message>
        <source>The HTTP endpoint at %1 can be reached from other machines, and would let anybody there run programs. It was not started. Keep the login switched on, or use 127.0.0.1.</source>
        <translation>%1 上的 HTTP 接口可从其他计算机访问，那里的任何人都能执行程序。接口未启动。请保持登录开启，或使用 127.0.0.1。</translation>
    </message>
    <message>
        <source>The HTTP endpoint at %1 can be reached from other machines, and would send the login there readable for all. It was not started. Give a certificate, or allow plain HTTP.</source>
        <translation>%1 上的 HTTP 接口可从其他计算机访问，登录信息会以任何人都能读取的形式传送。接口未启动。请提供证书，或允许明文 HTTP。</translation>
    </message>
    <message>
        <source>“%1” is no address for the HTTP endpoint. Write a port, such as 8080, or an address and a port, such as 127.0.0.1:8080 or [::1]:8080.</source>
        <translation>“%1”不是 HTTP 接口的地址。请写端口，如 8080，或地址加端口，如 127.0.0.1:8080 或 [::1]:8080。</translation>
    </message>
    <message>
        <source>This is not a request of HTTP.</source>
        <translation>这不是 HTTP 请求。</translation>
    </message>
    <message>
        <source>The lines of a request must end with CR and LF.</source>
        <translation>请求的每一行都必须以 CR 和 LF 结尾。</translation>
    </message>
    <message>
        <source>A chunk of the body is not valid.</source>
        <translation>正文的一个分块无效。</translation>
    </message>
    <message>
        <source>The first line of the request is not valid.</source>
        <translation>请求的第一行无效。</translation>
    </message>
    <message>
        <source>Only HTTP/1.0 and HTTP/1.1 are spoken here.</source>
        <translation>这里只支持 HTTP/1.0 和 HTTP/1.1。</translation>
    </message>
    <message>
        <source>The path of the request is not valid. It begins with a slash, and two hexadecimal digits follow each %.</source>
        <translation>请求的路径无效。路径以斜杠开头，每个 % 之后须有两位十六进制数字。</translation>
    </message>
    <message>
        <source>A header of the request is not valid.</source>
        <translation>请求的一个标头无效。</translation>
    </message>
    <message>
        <source>The request has too many headers.</source>
        <translation>请求的标头过多。</translation>
    </message>
    <message>
        <source>A request has exactly one Host header.</source>
        <translation>请求必须有且只有一个 Host 标头。</translation>
    </message>
    <message>
        <source>A request tells the length of its body in one way only.</source>
        <translation>请求只能用一种方式说明正文的长度。</translation>
    </message>
    <message>
        <source>Only chunked is known here as a transfer coding.</source>
        <translation>这里只支持 chunked 这一种传输编码。</translation>
    </message>
    <message>
        <source>The length of the body is not valid.</source>
        <translation>正文的长度无效。</translation>
    </message>
    <message>
        <source>Only 100-continue can be expected here.</source>
        <translation>Expect 标头在这里只能是 100-continue。</translation>
    </message>
    <message>
        <source>The body of a request has at most %1 KiB here.</source>
        <translation>这里请求的正文最多 %1 KiB。</translation>
    </message>
    <message>
        <source>The path of the request is too long.</source>
        <translation>请求的路径过长。</translation>
    </message>
    <message>
        <source>The headers of the request are too large.</source>
        <translation>请求的标头过大。</translation>
    </message>
    <message>
        <source>Another program listens at %1. The HTTP endpoint was not started. End that program, or choose another port.</source>
        <translation>另一个程序正在监听 %1。HTTP 接口未启动。请结束该程序，或选择其他端口。</translation>
    </message>
    <message>
        <source>The HTTP endpoint cannot listen at %1: %2. It was not started.</source>
        <translation>HTTP 接口无法监听 %1：%2。接口未启动。</translation>
    </message>
    <message>
        <source>The socket “%1” cannot be opened: %2. Other programs cannot reach this one.</source>
        <translation>无法打开套接字“%1”：%2。其他程序无法访问本程序。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2. HTTPS was not started.</source>
        <translation>无法读取文件“%1”：%2。HTTPS 未启动。</translation>
    </message>
    <message>
        <source>HTTPS needs a TLS library, which this machine does not have. It was not started. Install OpenSSL.</source>
        <translation>HTTPS 需要 TLS 库，而这台计算机上没有。HTTPS 未启动。请安装 OpenSSL。</translation>
    </message>
    <message>
        <source>The file “%1” holds no certificate in the PEM format. HTTPS was not started.</source>
        <translation>文件“%1”中没有 PEM 格式的证书。HTTPS 未启动。</translation>
    </message>
    <message>
        <source>The file “%1” holds no private key in the PEM format that can be read without a password. HTTPS was not started.</source>
        <translation>文件“%1”中没有不用密码即可读取的 PEM 格式私钥。HTTPS 未启动。</translation>
    </message>
    <message>
        <source>The certificate “%1” and the key “%2” cannot be used: %3. HTTPS was not started.</source>
        <translation>证书“%1”和密钥“%2”无法使用：%3。HTTPS 未启动。</translation>
    </message>
    <message>
        <source>Too many wrong logins from this address. Try again in a minute.</source>
        <translation>来自该地址的错误登录过多。请一分钟后重试。</translation>
    </message>
    <message>
        <source>This is not the host that was asked for. Names other than localhost are added in the settings.</source>
        <translation>请求的主机不是本机。除 localhost 之外的名称须在设置中添加。</translation>
    </message>
    <message>
        <source>Requests of other sites are not answered.</source>
        <translation>不响应来自其他网站的请求。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <extracomment>%1 is the key of a JSON object.</extracomment>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>“id” must be text.</source>
        <translation>“id”必须是文本。</translation>
    </message>
    <message>
        <source>“id” is empty; null makes one up.</source>
        <translation>“id”为空；null 可自动生成。</translation>
    </message>
    <message>
        <source>trigger: “type” must be text.</source>
        <translation>trigger：“type”必须是文本。</translation>
    </message>
    <message>
        <source>“next_run_time” is empty.</source>
        <translation>“next_run_time”为空。</translation>
    </message>
    <message>
        <source>No executor is called “%1”; there are: %2.</source>
        <translation>没有名为“%1”的执行器；可用：%2。</translation>
    </message>
    <message>
        <source>“%1” is not among the functions that the settings permit.</source>
        <translation>“%1”不在设置允许的函数之中。</translation>
    </message>
    <message>
        <source>“%1” cannot be null.</source>
        <translation>“%1”不能为 null。</translation>
    </message>
    <message>
        <source>The ID of a job cannot be changed.</source>
        <translation>任务的 ID 不能更改。</translation>
    </message>
    <message>
        <source>Text with a NUL character or half a surrogate pair is not accepted.</source>
        <translation>不接受含有 NUL 字符或半个代理对的文本。</translation>
    </message>
    <message>
        <source>The body is empty; JSON is expected.</source>
        <translation>正文为空；应为 JSON。</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels.</source>
        <translation>JSON 的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>A JSON object is expected.</source>
        <translation>应为 JSON 对象。</translation>
    </message>
    <message>
        <source>The log has %1 bytes; the range lies beyond.</source>
        <translation>日志共 %1 字节；所请求的范围在其之外。</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>该地址没有内容。</translation>
    </message>
    <message>
        <source>This cannot be done at this address.</source>
        <translation>该地址不支持此操作。</translation>
    </message>
    <message>
        <source>The address cannot be decoded.</source>
        <translation>无法解码该地址。</translation>
    </message>
    <message>
        <source>“count” must be a whole number from 0 to %1.</source>
        <translation>“count”必须是 0–%1 的整数。</translation>
    </message>
    <message>
        <source>The scheduler may not run on “%1”: the settings name the hosts where it may.</source>
        <translation>调度器不能在“%1”上启动：设置中指定了可以启动的主机。</translation>
    </message>
    <message>
        <source>%1 is not understood as a date; 2030-01-05 10:00 or Jan 5 2030 10:00 is accepted</source>
        <extracomment>%1 is what was written, in quotes; it follows the name of an argument and a colon.</extracomment>
        <translation>无法将 %1 理解为日期；可使用 2030-01-05 10:00 或 Jan 5 2030 10:00</translation>
    </message>
    <message>
        <source>Serve the HTTP API there; loopback if only a port.</source>
        <translation>在该处提供 HTTP 接口；只写端口时为本机回环地址。</translation>
    </message>
    <message>
        <source>What its paths begin with; default /scheduler.</source>
        <translation>其路径的开头；默认为 /scheduler。</translation>
    </message>
    <message>
        <source>Who may log in with a password.</source>
        <translation>可用密码登录的用户。</translation>
    </message>
    <message>
        <source>The file whose first line is that password.</source>
        <translation>第一行为该密码的文件。</translation>
    </message>
    <message>
        <source>on or off; off lets every program of this computer in.</source>
        <translation>on 或 off；off 允许本机的所有程序访问。</translation>
    </message>
    <message>
        <source>Serve other computers too without encryption.</source>
        <translation>也以不加密的方式为其他计算机提供服务。</translation>
    </message>
    <message>
        <source>--api-auth: on or off is accepted.</source>
        <translation>--api-auth：可使用 on 或 off。</translation>
    </message>
    <message>
        <source>--api-user and --api-password-file need each other.</source>
        <translation>--api-user 和 --api-password-file 须同时使用。</translation>
    </message>
    <message>
        <source>--api-user: “carillon” has the token for a password.</source>
        <translation>--api-user：“carillon”的密码是令牌。</translation>
    </message>
    <message>
        <source>There is no password in “%1”.</source>
        <translation>“%1”中没有密码。</translation>
    </message>
    <message>
        <source>The prefix of the API must begin with a slash and not end with one, like “/scheduler”; it is “%1”.</source>
        <translation>接口的前缀必须以斜杠开头且不以斜杠结尾，如“/scheduler”；现为“%1”。</translation>
    </message>
    <message>
        <source>The token of the API in “%1” cannot be used: %2</source>
        <translation>无法使用“%1”中的接口令牌：%2</translation>
    </message>
    <message>
        <source>it is too short. Delete the file for a new one.</source>
        <translation>令牌过短。删除该文件即可生成新的。</translation>
    </message>
    <message>
        <source>The server does not tell the time zone; it is read in %1.</source>
        <translation>服务器未说明时区，按 %1 读取。</translation>
    </message>
    <message>
        <source>The server tells the offset %1, but not the time zone: the job follows no clock changes.</source>
        <translation>服务器只给出偏移 %1，没有时区：任务不随夏令时调整。</translation>
    </message>
    <message>
        <source>The server tells the trigger only as text: %1.</source>
        <translation>服务器只以文字给出触发器：%1。</translation>
    </message>
    <message>
        <source>The server does not tell how long the interval is: it is shorter than a second.</source>
        <translation>服务器未给出间隔长度：它短于一秒。</translation>
    </message>
    <message>
        <source>The server does not tell its function: it was added in code.</source>
        <translation>服务器未给出函数：该任务是在代码中加入的。</translation>
    </message>
    <message>
        <source>Has no next time, so it was paused or finished; it is imported paused.</source>
        <translation>没有下次时间，原先已暂停或已结束；导入后为暂停状态。</translation>
    </message>
    <message>
        <source>The answer of the server is no list of jobs.</source>
        <translation>服务器的回答不是任务列表。</translation>
    </message>
    <message>
        <source>The functions must be found here, too: in the workspace of the profile, or with “python” in the job.</source>
        <translation>这些函数在此处也必须能找到：放在数据目录的 workspace 中，或在任务中用“python”指定。</translation>
    </message>
    <message>
        <source>it has no schedule</source>
        <translation>没有定时规则</translation>
    </message>
    <message>
        <source>its schedule is no cron schedule</source>
        <translation>其定时规则不是 cron 规则</translation>
    </message>
    <message>
        <source>its schedule begins or ends at a time</source>
        <translation>其定时规则有生效或失效时间</translation>
    </message>
    <message>
        <source>a crontab has no words for its schedule</source>
        <translation>crontab 无法表达其定时规则</translation>
    </message>
    <message>
        <source>it runs no program</source>
        <translation>不执行程序</translation>
    </message>
    <message>
        <source>its command has several lines</source>
        <translation>命令有多行</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>未写出：%1</translation>
    </message>
    <message>
        <source>Written by Carillon.</source>
        <translation>由 Carillon 写出。</translation>
    </message>
    <message>
        <source>Cron sent output by mail; here it is kept with each run.</source>
        <translation>cron 用邮件发送输出，此处输出随每次执行保存。</translation>
    </message>
    <message>
        <source>The command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>Ran as “%1”; here it runs as you.</source>
        <translation>原以“%1”的身份执行，此处以当前用户的身份执行。</translation>
    </message>
    <message>
        <source>Carillon has no schedule “at start-up”: it runs only when started, for example by “carillonctl jobs run” at log-in.</source>
        <translation>Carillon 没有“开机时”的定时规则：只在启动它时执行，例如登录时用“carillonctl jobs run”。</translation>
    </message>
    <message>
        <source>RANDOM_DELAY “%1” is no number of minutes and is left out.</source>
        <translation>RANDOM_DELAY“%1”不是分钟数，已忽略。</translation>
    </message>
    <message>
        <source>RANDOM_DELAY is drawn anew for each run; cron draws it once when it starts.</source>
        <translation>RANDOM_DELAY 每次执行重新抽取；cron 只在启动时抽取一次。</translation>
    </message>
    <message>
        <source>The ID “%1” stands there twice; this one becomes “%2”.</source>
        <translation>ID“%1”出现两次，此处改为“%2”。</translation>
    </message>
    <message>
        <source>A jobs file is an array of job objects.</source>
        <translation>任务文件应为任务对象的数组。</translation>
    </message>
    <message>
        <source>“%1” is no number of %2.</source>
        <translation>“%1”不是 %2 的数值。</translation>
    </message>
    <message>
        <source>“%1” has %2 fields; an interval has 5: seconds, minutes, hours, days, weeks.</source>
        <translation>“%1”有 %2 段；间隔有 5 段：秒、分、时、天、周。</translation>
    </message>
    <message>
        <source>“%1” is no interval: all its fields are 0.</source>
        <translation>“%1”不是间隔：各段都为 0。</translation>
    </message>
    <message>
        <source>kinit takes the stars before the first given field for 0; it is imported as it runs there.</source>
        <translation>kinit 把首个给定字段之前的星号当作 0；按其在 kinit 中的执行方式导入。</translation>
    </message>
    <message>
        <source>kinit refuses this expression; here it runs.</source>
        <translation>kinit 拒绝该表达式，此处可以执行。</translation>
    </message>
    <message>
        <source>Was to run once, at once; here it runs when started.</source>
        <translation>原为立即执行一次；此处在启动它时执行。</translation>
    </message>
    <message>
        <source>The strategy “%1” is not known; one of interval, cron, date, once is accepted.</source>
        <translation>无法识别策略“%1”，可用 interval、cron、date、once 之一。</translation>
    </message>
    <message>
        <source>“%1” adds no job.</source>
        <translation>“%1”不新增任务。</translation>
    </message>
    <message>
        <source>main() is called with arguments, which a call of a class cannot have here.</source>
        <translation>main() 带有参数，而此处的类调用不能带参数。</translation>
    </message>
    <message>
        <source>Entry %1 is no task of kinit: “exec_strategy” is missing.</source>
        <translation>第 %1 项不是 kinit 的任务：缺少“exec_strategy”。</translation>
    </message>
    <message>
        <source>The classes are looked up below “tasks” in the workspace of the profile.</source>
        <translation>这些类在数据目录 workspace 的“tasks”中查找。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 至 %2 的数</translation>
    </message>
    <message>
        <source>%1: “%2” is not accepted; accepted is: %3.</source>
        <translation>%1：不接受“%2”，可用：%3。</translation>
    </message>
    <message>
        <source>“%1” is no setting, or “%2” is not accepted there.</source>
        <translation>“%1”不是设置项，或不接受“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no setting.</source>
        <translation>“%1”不是设置项。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written: %2.</source>
        <translation>无法写入文件“%1”：%2。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>MADE</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Copying the database …</source>
        <translation>正在复制数据库…</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Restored from %1.</source>
        <translation>已从 %1 恢复。</translation>
    </message>
    <message>
        <source>Restored from %1. The database that was there is kept as %2.</source>
        <translation>已从 %1 恢复。原有数据库保存为 %2。</translation>
    </message>
    <message>
        <source>Checking the database …</source>
        <translation>正在检查数据库…</translation>
    </message>
    <message>
        <source>copy the database, also while an engine runs</source>
        <translation>备份数据库，引擎工作时也可以</translation>
    </message>
    <message>
        <source>The copy is one file and is checked. Its name is printed.</source>
        <translation>备份为单个文件并经过检查，随后输出其文件名。</translation>
    </message>
    <message>
        <source>Where to; else carillon-&lt;time&gt;.db in the current folder.</source>
        <translation>写到哪里；默认为当前文件夹中的 carillon-&lt;时间&gt;.db。</translation>
    </message>
    <message>
        <source>Replace a file that is there.</source>
        <translation>替换已有的文件。</translation>
    </message>
    <message>
        <source>List the copies that were made day by day.</source>
        <translation>列出每日自动备份。</translation>
    </message>
    <message>
        <source>put a copy in the place of the database</source>
        <translation>用备份恢复数据库</translation>
    </message>
    <message>
        <source>No engine may hold the profile. What was there is kept beside it, and its name is told.</source>
        <translation>不能有引擎占用数据目录。原有数据库保留在旁，并告知其文件名。</translation>
    </message>
    <message>
        <source>The copy; “backup --list” names those there are.</source>
        <translation>备份文件；“backup --list”列出已有的备份。</translation>
    </message>
    <message>
        <source>look through the database, also while an engine runs</source>
        <translation>检查数据库，引擎工作时也可以</translation>
    </message>
    <message>
        <source>Every page is read and every index compared. Nothing is changed. A damaged database gives exit code 3.</source>
        <translation>读取每一页并核对每个索引，不作任何更改。数据库损坏时退出码为 3。</translation>
    </message>
    <message>
        <source>A copy to check instead of the profile&apos;s database.</source>
        <translation>要检查的备份，代替数据目录中的数据库。</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs.</source>
        <translation>以 JSON 回答，供程序使用。</translation>
    </message>
    <message>
        <source>When to use colours; auto: on a terminal, unless NO_COLOR is set.</source>
        <translation>何时使用颜色；auto：在终端上且未设置 NO_COLOR 时。</translation>
    </message>
    <message>
        <source>[OPTION]...</source>
        <translation>[选项]...</translation>
    </message>
    <message>
        <source>print what makes a shell complete commands and job ids</source>
        <translation>输出让 Shell 补全命令和任务 ID 的脚本</translation>
    </message>
    <message>
        <source>For every new bash</source>
        <translation>用于每个新的 bash</translation>
    </message>
    <message>
        <source>For every new fish</source>
        <translation>用于每个新的 fish</translation>
    </message>
    <message>
        <source>“%1” is no setting. Did you mean “%2”?</source>
        <translation>“%1”不是设置项，是否指“%2”？</translation>
    </message>
    <message>
        <source>SETTING</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Saved. A running engine heeds it from its next start on.</source>
        <translation>已保存。正在工作的引擎下次启动后生效。</translation>
    </message>
    <message>
        <source>A setting, such as retention/days.</source>
        <translation>设置项，例如 retention/days。</translation>
    </message>
    <message>
        <source>show one setting, or all</source>
        <translation>显示一个或全部设置</translation>
    </message>
    <message>
        <source>How long runs are kept</source>
        <translation>执行记录保留多久</translation>
    </message>
    <message>
        <source>change a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>A running engine heeds it from its next start on.</source>
        <translation>正在工作的引擎下次启动后生效。</translation>
    </message>
    <message>
        <source>Its new value.</source>
        <translation>新的值。</translation>
    </message>
    <message>
        <source>Forget runs after a month</source>
        <translation>一个月后清除执行记录</translation>
    </message>
    <message>
        <source>Let two jobs of the queue “disk” run at a time</source>
        <translation>让队列“disk”同时执行两个任务</translation>
    </message>
    <message>
        <source>give a setting its default back</source>
        <translation>恢复设置的默认值</translation>
    </message>
    <message>
        <source>There is no job “%1”.</source>
        <translation>没有任务“%1”。</translation>
    </message>
    <message>
        <source>“%1” needs fixing and is left out.</source>
        <translation>“%1”需要修复，未写出。</translation>
    </message>
    <message>
        <source>Left out, for reasons that stand in the crontab: %1.</source>
        <translation>未写出，原因见 crontab：%1。</translation>
    </message>
    <message>
        <source>write jobs as a jobs file or a crontab</source>
        <translation>把任务写成任务文件或 crontab</translation>
    </message>
    <message>
        <source>A jobs file says all of a job and can be imported again. A crontab holds what it has words for; the rest stands in it as comments, with the reason.</source>
        <translation>任务文件包含任务的全部内容，可再次导入。crontab 只包含它能表达的内容，其余以注释写出原因。</translation>
    </message>
    <message>
        <source>Only these jobs; else all.</source>
        <translation>只限这些任务；默认全部。</translation>
    </message>
    <message>
        <source>What to write; default jobs.</source>
        <translation>写什么；默认 jobs。</translation>
    </message>
    <message>
        <source>Write to this file, in one go.</source>
        <translation>一次性写入该文件。</translation>
    </message>
    <message>
        <source>Let the jobs replace those by their IDs when they are imported.</source>
        <translation>导入时替换 ID 相同的任务。</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>What a crontab can hold</source>
        <translation>crontab 能容纳的内容</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options of all commands</source>
        <translation>所有命令的选项</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>carillonctl drives Carillon, the job manager, from the command line. It talks to the program that holds the profile, and works on its store directly where none does.</source>
        <translation>carillonctl 在命令行中操作任务管理器 Carillon。它与占用数据目录的程序通信；没有这样的程序时直接操作存储。</translation>
    </message>
    <message>
        <source>COMMAND [OPTION]... [ARGUMENT]...</source>
        <translation>命令 [选项]... [参数]...</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>carillonctl help COMMAND explains a command, with examples.</source>
        <translation>carillonctl help 命令 说明一个命令并给出示例。</translation>
    </message>
    <message>
        <source>LINE</source>
        <translation>行</translation>
    </message>
    <message>
        <source>FIT</source>
        <translation>符合程度</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>SCHEDULE</source>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>%1 exact, %2 with notes, %3 impossible. Nothing was imported; --apply imports what is possible.</source>
        <translation>完全符合 %1，有说明 %2，无法导入 %3。未导入任何内容；--apply 导入可行的部分。</translation>
    </message>
    <message>
        <source>%1 were impossible and are left out.</source>
        <translation>%1 项无法导入，已略过。</translation>
    </message>
    <message>
        <source>add the jobs of a file, a crontab or another scheduler</source>
        <translation>加入文件、crontab 或其他调度器中的任务</translation>
    </message>
    <message>
        <source>A jobs file of our own is added as it stands, all of it or nothing. From elsewhere, it is first said what becomes of each line: exact, with notes, or impossible; with --apply, what is possible is added, paused unless --active says otherwise. What is read is never changed.

A job whose ID is taken is left as it is, unless the job or --replace says otherwise.</source>
        <translation>Carillon 自己的任务文件按原样加入，要么全部要么不加。来自别处的内容先逐行说明结果：exact（完全符合）、with notes（有说明）或 impossible（无法导入）；使用 --apply 时加入可行的部分，除非给出 --active，否则为暂停状态。所读取的内容绝不改动。

ID 已被占用的任务保持不变，除非任务本身或 --replace 另有说明。</translation>
    </message>
    <message>
        <source>A jobs file (a JSON array of jobs), a crontab, tasks of kinit as JSON, - for the standard input, or the address of flask-apscheduler&apos;s API.</source>
        <translation>任务文件（任务的 JSON 数组）、crontab、JSON 形式的 kinit 任务、表示标准输入的 -，或 flask-apscheduler 接口的地址。</translation>
    </message>
    <message>
        <source>What it is, if that is not plain to see.</source>
        <translation>内容格式，无法自行判断时使用。</translation>
    </message>
    <message>
        <source>Only say what would become of it.</source>
        <translation>只说明会有什么结果。</translation>
    </message>
    <message>
        <source>Add what is possible.</source>
        <translation>加入可行的部分。</translation>
    </message>
    <message>
        <source>Add all jobs paused.</source>
        <translation>加入后全部暂停。</translation>
    </message>
    <message>
        <source>Do not pause what comes from elsewhere.</source>
        <translation>不暂停来自别处的任务。</translation>
    </message>
    <message>
        <source>Replace jobs whose ID is taken.</source>
        <translation>替换 ID 已被占用的任务。</translation>
    </message>
    <message>
        <source>The crontab has a column of users, as /etc/crontab.</source>
        <translation>crontab 带有用户列，如 /etc/crontab。</translation>
    </message>
    <message>
        <source>The login of the address.</source>
        <translation>该地址的登录名。</translation>
    </message>
    <message>
        <source>A file with the password of the address.</source>
        <translation>存放该地址密码的文件。</translation>
    </message>
    <message>
        <source>A jobs file</source>
        <translation>任务文件</translation>
    </message>
    <message>
        <source>What would become of a crontab</source>
        <translation>导入 crontab 会有什么结果</translation>
    </message>
    <message>
        <source>The jobs of flask-apscheduler, paused</source>
        <translation>flask-apscheduler 的任务，导入后暂停</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否指“%1”？</translation>
    </message>
    <message>
        <source>“%1” is not a command.%2 One of these is accepted: %3.</source>
        <translation>“%1”不是命令。%2可用：%3。</translation>
    </message>
    <message>
        <source>“%1”: “%2” takes no arguments.</source>
        <translation>“%1”：“%2”没有参数。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many. Accepted: %2.</source>
        <translation>多出参数“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>“%1” is not accepted as %2. One of these is: %3.</source>
        <translation>“%1”不能作为 %2。可用：%3。</translation>
    </message>
    <message>
        <source>“%1” is not accepted as %2: a number is, as the lists show it.</source>
        <translation>“%1”不能作为 %2：应为列表中显示的编号。</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 没有值。</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation>--%1 需要一个值：%2。</translation>
    </message>
    <message>
        <source>--%1: “%2” is not known; one of %3 is accepted.</source>
        <translation>--%1：无法识别“%2”，可用 %3 之一。</translation>
    </message>
    <message>
        <source>--%1: a number from %2 to %3 is accepted.</source>
        <translation>--%1：可用 %2 至 %3 的数。</translation>
    </message>
    <message>
        <source>%1 is not an option of “%2”.%3 One of these is accepted: %4.</source>
        <translation>%1 不是“%2”的选项。%3可用：%4。</translation>
    </message>
    <message>
        <source>%1 is not an option here.%2 Before the command one of these is accepted: %3.</source>
        <translation>%1 不能用在这里。%2命令之前可用：%3。</translation>
    </message>
    <message>
        <source>A command is missing. One of these is accepted: %1.</source>
        <translation>缺少命令。可用：%1。</translation>
    </message>
    <message>
        <source>“%1” needs one of these after it: %2.</source>
        <translation>“%1”之后需要以下之一：%2。</translation>
    </message>
    <message>
        <source>%1 is missing. Accepted: %2.</source>
        <translation>缺少 %1。可用：%2。</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>NEXT RUN</source>
        <translation>下次执行</translation>
    </message>
    <message>
        <source>list the jobs</source>
        <translation>列出任务</translation>
    </message>
    <message>
        <source>print the output of a run</source>
        <translation>输出一次执行的日志</translation>
    </message>
    <message>
        <source>The number of the run.</source>
        <translation>执行记录的编号。</translation>
    </message>
    <message>
        <source>The bytes as they came, not as text.</source>
        <translation>原始字节，不转为文本。</translation>
    </message>
    <message>
        <source>.</source>
        <comment>the end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>:</source>
        <comment>before an example</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>It was done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It was not done, for a reason that has no code here.</source>
        <translation>未完成，原因没有单独的退出码。</translation>
    </message>
    <message>
        <source>Another program holds the profile.</source>
        <translation>数据目录正被其他程序占用。</translation>
    </message>
    <message>
        <source>The database is damaged, of another program or of a newer version.</source>
        <translation>数据库已损坏、属于其他程序或版本更新。</translation>
    </message>
    <message>
        <source>The database is locked by another program.</source>
        <translation>数据库被其他程序锁定。</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>系统不允许。</translation>
    </message>
    <message>
        <source>There is no space left.</source>
        <translation>空间不足。</translation>
    </message>
    <message>
        <source>The command line is not accepted.</source>
        <translation>命令行有误。</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>drive the job manager Carillon</source>
        <translation>操作任务管理器 Carillon</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>On a terminal, lists are shown in columns, with local times. Elsewhere they come as lines with tabs between the fields, without headings, and with --json as JSON.</source>
        <translation>在终端上，列表分栏显示，时间为本地时间。其他情况下每行各字段以制表符分隔，没有表头；加 --json 则为 JSON。</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>OPTIONS OF ALL COMMANDS</source>
        <translation>所有命令的选项</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>If set, there are no colours.</source>
        <translation>设置后不使用颜色。</translation>
    </message>
    <message>
        <source>The language: English, or Chinese for zh_CN.</source>
        <translation>语言：英文；zh_CN 为中文。</translation>
    </message>
    <message>
        <source>The time zone in which times are shown and read.</source>
        <translation>显示和读取时间所用的时区。</translation>
    </message>
    <message>
        <source>What “jobs edit” opens a job with.</source>
        <translation>“jobs edit”用它打开任务。</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>on the clocks of %1</source>
        <translation>按 %1 的时钟</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>It could also be meant as %1; --dialect says which.</source>
        <translation>也可能是指 %1；用 --dialect 指明。</translation>
    </message>
    <message>
        <source>say what a schedule means and when it comes next</source>
        <translation>说明定时规则的含义和接下来的时间</translation>
    </message>
    <message>
        <source>The schedule is a line in one of the cron syntaxes, a length like “every 5 min”, a date like “2030-01-01 10:00”, or a trigger in JSON as in a job. What clock changes do to it in the coming 13 months is said, too.</source>
        <translation>定时规则可以是某种 cron 语法的一行、“every 5 min”这样的时长、“2030-01-01 10:00”这样的日期，或任务中那样的 JSON 触发器。还会说明今后 13 个月夏令时调整对它的影响。</translation>
    </message>
    <message>
        <source>The schedule; in quotes, because of its stars.</source>
        <translation>定时规则；因含星号须加引号。</translation>
    </message>
    <message>
        <source>The cron syntax it is written in; else the one it is most probably meant in.</source>
        <translation>所用的 cron 语法；默认取最可能的一种。</translation>
    </message>
    <message>
        <source>The time zone of the schedule; else the machine&apos;s.</source>
        <translation>定时规则的时区；默认为本机时区。</translation>
    </message>
    <message>
        <source>How many times to show; default 5.</source>
        <translation>显示多少个时间；默认 5。</translation>
    </message>
    <message>
        <source>Start from this time instead of now.</source>
        <translation>从该时间开始，而不是现在。</translation>
    </message>
    <message>
        <source>A crontab line</source>
        <translation>一行 crontab</translation>
    </message>
    <message>
        <source>The last day of each month, on the clocks of Berlin</source>
        <translation>每月最后一天，按柏林时钟</translation>
    </message>
    <message>
        <source>An interval, for programs</source>
        <translation>间隔，供程序使用</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>JOB</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>DUE</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>list the newest runs</source>
        <translation>列出最近的执行记录</translation>
    </message>
    <message>
        <source>Only runs of this job.</source>
        <translation>只显示该任务的执行记录。</translation>
    </message>
    <message>
        <source>At most so many; default 20.</source>
        <translation>最多显示的条数，默认 20。</translation>
    </message>
    <message>
        <source>%1. Accepted are a cron line, a length like “every 5 min”, a date like “2030-01-01 10:00” and a trigger in JSON.</source>
        <translation>%1。可用：一行 cron、“every 5 min”这样的时长、“2030-01-01 10:00”这样的日期，或 JSON 触发器。</translation>
    </message>
    <message>
        <source>--zone: %1</source>
        <translation>--zone：%1</translation>
    </message>
    <message>
        <source>--from: %1</source>
        <translation>--from：%1</translation>
    </message>
    <message>
        <source>run the jobs of a profile until stopped</source>
        <translation>执行数据目录中的任务，直到被停止</translation>
    </message>
    <message>
        <source>One line that begins with READY=1 says that the engine is up. TERM and INT stop it in order: jobs are asked to end and made to after ten seconds; a second signal hurries that.</source>
        <translation>以 READY=1 开头的一行表示引擎已就绪。TERM 和 INT 使其有序结束：先请任务结束，十秒后强制结束；再次发送信号则立即结束。</translation>
    </message>
    <message>
        <source>it asks for a login; --user and --password-file give one</source>
        <translation>需要登录；用 --user 和 --password-file 给出</translation>
    </message>
    <message>
        <source>it answers with status %1</source>
        <translation>回答的状态为 %1</translation>
    </message>
    <message>
        <source>The server at %1 cannot be read: %2.</source>
        <translation>无法读取位于 %1 的服务器：%2。</translation>
    </message>
    <message>
        <source>Read the jobs file again whenever it changes.</source>
        <translation>任务文件改变时重新读取。</translation>
    </message>
    <message>
        <source>--watch: there is no jobs file; --jobs names it.</source>
        <translation>--watch：没有任务文件；用 --jobs 指定。</translation>
    </message>
    <message>
        <source>With the jobs of a file, also when it changes</source>
        <translation>使用文件中的任务，文件改变时也随之更新</translation>
    </message>
    <message>
        <source>A task with ID “%1” exists already.</source>
        <translation>任务编号已存在：“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no regular expression of at most %2 characters.</source>
        <translation>“%1”不是至多 %2 个字符的正则表达式。</translation>
    </message>
    <message>
        <source>The ID of a message has at most %1 characters, none of them a control character.</source>
        <translation>消息编号至多 %1 个字符，且不得含控制字符。</translation>
    </message>
    <message>
        <source>Start and end are for interval and cron only.</source>
        <translation>开始和结束时间仅用于 interval 和 cron。</translation>
    </message>
    <message>
        <source>“jitter” is for interval only.</source>
        <translation>“jitter”仅用于 interval。</translation>
    </message>
    <message>
        <source>“once” is for new jobs; run_once runs another one.</source>
        <translation>“once”用于新任务；已有任务请用 run_once 执行。</translation>
    </message>
    <message>
        <source>The message is longer than 1 MiB.</source>
        <translation>消息超过 1 MiB。</translation>
    </message>
    <message>
        <source>The task was not added</source>
        <translation>任务添加失败</translation>
    </message>
    <message>
        <source>Invalid interval expression: %1</source>
        <translation>无效的 interval 表达式：%1</translation>
    </message>
    <message>
        <source>Invalid cron expression: %1</source>
        <translation>无效的 Cron 表达式：%1</translation>
    </message>
    <message>
        <source>Invalid date string: %1</source>
        <translation>无效的日期：%1</translation>
    </message>
    <message>
        <source>Invalid trigger: the strategy “%1” is not known; one of interval, cron, date, once is accepted.</source>
        <translation>无效的触发器：未知的执行策略“%1”；可用 interval、cron、date、once。</translation>
    </message>
    <message>
        <source>The engine answers with status %1.</source>
        <translation>引擎回答的状态为 %1。</translation>
    </message>
    <message>
        <source>The engine has ended the connection.</source>
        <translation>引擎已结束连接。</translation>
    </message>
    <message>
        <source>The engine cannot be reached by “%1”: %2.</source>
        <translation>无法通过“%1”连接引擎：%2。</translation>
    </message>
    <message>
        <source>What to do is said twice: one of a command, --shell, --script, --func and --http is accepted.</source>
        <translation>执行内容给了两次：命令、--shell、--script、--func、--http 只能用其一。</translation>
    </message>
    <message>
        <source>a JSON array is accepted, such as [1, &quot;two&quot;].</source>
        <translation>应为 JSON 数组，如 [1, &quot;two&quot;]。</translation>
    </message>
    <message>
        <source>a JSON object is accepted, such as {&quot;depth&quot;: 3}.</source>
        <translation>应为 JSON 对象，如 {&quot;depth&quot;: 3}。</translation>
    </message>
    <message>
        <source>NAME=VALUE is accepted.</source>
        <translation>应为 NAME=VALUE。</translation>
    </message>
    <message>
        <source>Run this line in a shell.</source>
        <translation>在 Shell 中执行这一行。</translation>
    </message>
    <message>
        <source>Run this script; its first line or extension says with what.</source>
        <translation>执行该脚本；由其首行或扩展名决定如何执行。</translation>
    </message>
    <message>
        <source>Call this Python function, module:function, or a class with literals.</source>
        <translation>调用该 Python 函数（module:function）或带字面量的类。</translation>
    </message>
    <message>
        <source>Request this address.</source>
        <translation>请求该地址。</translation>
    </message>
    <message>
        <source>Arguments of the function or script, a JSON array.</source>
        <translation>函数或脚本的参数，JSON 数组。</translation>
    </message>
    <message>
        <source>Keyword arguments, a JSON object.</source>
        <translation>关键字参数，JSON 对象。</translation>
    </message>
    <message>
        <source>Start in this folder; else in the workspace of the profile.</source>
        <translation>在该文件夹中启动；默认为数据目录中的 workspace。</translation>
    </message>
    <message>
        <source>Set a variable of the environment; may be given again.</source>
        <translation>设置一个环境变量，可多次给出。</translation>
    </message>
    <message>
        <source>Begin with the job object in this file, - for the standard input.</source>
        <translation>以该文件中的任务对象为基础，- 表示标准输入。</translation>
    </message>
    <message>
        <source>When: whatever “next” accepts, or manual.</source>
        <translation>何时执行：“next”接受的任何写法，或 manual。</translation>
    </message>
    <message>
        <source>The cron syntax of the schedule.</source>
        <translation>定时规则所用的 cron 语法。</translation>
    </message>
    <message>
        <source>The group it is in.</source>
        <translation>所属分组。</translation>
    </message>
    <message>
        <source>A tag; may be given again.</source>
        <translation>标签，可多次给出。</translation>
    </message>
    <message>
        <source>Notes for people.</source>
        <translation>供人阅读的备注。</translation>
    </message>
    <message>
        <source>Share the limit of this queue.</source>
        <translation>共用该队列的并发上限。</translation>
    </message>
    <message>
        <source>What happens when it falls due while it is still running.</source>
        <translation>到期时仍在执行该如何处理。</translation>
    </message>
    <message>
        <source>Stop a run after so many seconds.</source>
        <translation>超过该秒数则终止执行。</translation>
    </message>
    <message>
        <source>Try a failed run again so many times.</source>
        <translation>失败后重试的次数。</translation>
    </message>
    <message>
        <source>How many seconds late it may start; a new job has 3600.</source>
        <translation>允许延迟启动的秒数；新任务为 3600。</translation>
    </message>
    <message>
        <source>There are no jobs. “carillonctl jobs add” makes one.</source>
        <translation>还没有任务。“carillonctl jobs add”可新建任务。</translation>
    </message>
    <message>
        <source>Next times</source>
        <translation>接下来的时间</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Paused “%1”.</source>
        <translation>已暂停“%1”。</translation>
    </message>
    <message>
        <source>Resumed “%1”.</source>
        <translation>已恢复“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not running.</source>
        <translation>“%1”未在执行。</translation>
    </message>
    <message>
        <source>Stopped “%1”.</source>
        <translation>已终止“%1”。</translation>
    </message>
    <message>
        <source>The ID of a job.</source>
        <translation>任务的 ID。</translation>
    </message>
    <message>
        <source>Only jobs in this state.</source>
        <translation>只列出处于该状态的任务。</translation>
    </message>
    <message>
        <source>Only jobs of this group.</source>
        <translation>只列出该分组的任务。</translation>
    </message>
    <message>
        <source>The IDs of all jobs that are paused</source>
        <translation>所有已暂停任务的 ID</translation>
    </message>
    <message>
        <source>show a job, with its next times</source>
        <translation>显示一个任务和它接下来的时间</translation>
    </message>
    <message>
        <source>remove jobs; their runs stay</source>
        <translation>删除任务，保留执行记录</translation>
    </message>
    <message>
        <source>let jobs no longer run by their schedules</source>
        <translation>让任务不再按定时规则执行</translation>
    </message>
    <message>
        <source>let jobs run by their schedules again</source>
        <translation>让任务重新按定时规则执行</translation>
    </message>
    <message>
        <source>stop the runs of jobs that go on</source>
        <translation>终止任务正在进行的执行</translation>
    </message>
    <message>
        <source>What should the job do? A command after --, --shell, --script, --func, --http or --file is accepted.</source>
        <translation>任务要执行什么？可用 -- 之后的命令、--shell、--script、--func、--http 或 --file。</translation>
    </message>
    <message>
        <source>Added “%1”.</source>
        <translation>已新建“%1”。</translation>
    </message>
    <message>
        <source>The editor “%1” failed. Nothing was changed; EDITOR names another one.</source>
        <translation>编辑器“%1”出错，未作任何修改；可用 EDITOR 指定另一个。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何修改。</translation>
    </message>
    <message>
        <source>The ID of a job never changes; “jobs duplicate” makes another one.</source>
        <translation>任务的 ID 不能更改；“jobs duplicate”可另建一个任务。</translation>
    </message>
    <message>
        <source>Changed “%1”.</source>
        <translation>已修改“%1”。</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>A program with its arguments, after --.</source>
        <translation>-- 之后的程序和参数。</translation>
    </message>
    <message>
        <source>Its ID; else one is made from the name.</source>
        <translation>任务的 ID；默认由名称生成。</translation>
    </message>
    <message>
        <source>Add it paused.</source>
        <translation>新建后暂停。</translation>
    </message>
    <message>
        <source>Replace the job whose ID it has.</source>
        <translation>替换 ID 相同的任务。</translation>
    </message>
    <message>
        <source>add a job</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Without a schedule it runs only when started.</source>
        <translation>没有定时规则时只在启动它时执行。</translation>
    </message>
    <message>
        <source>What it is called.</source>
        <translation>任务的名称。</translation>
    </message>
    <message>
        <source>A program every night</source>
        <translation>每晚执行一个程序</translation>
    </message>
    <message>
        <source>A web address every five minutes</source>
        <translation>每五分钟请求一个网址</translation>
    </message>
    <message>
        <source>A Python function every day</source>
        <translation>每天调用一个 Python 函数</translation>
    </message>
    <message>
        <source>Its new name.</source>
        <translation>新的名称。</translation>
    </message>
    <message>
        <source>change a job</source>
        <translation>修改任务</translation>
    </message>
    <message>
        <source>What the options say is changed, all else stays. Without any, the job is opened as JSON in the editor that EDITOR names.</source>
        <translation>只修改选项给出的内容，其余不变。没有选项时，用 EDITOR 指定的编辑器以 JSON 打开任务。</translation>
    </message>
    <message>
        <source>At another time, for at most an hour</source>
        <translation>改到另一个时间，最长一小时</translation>
    </message>
    <message>
        <source>What the copy is called.</source>
        <translation>副本的名称。</translation>
    </message>
    <message>
        <source>Do not pause it.</source>
        <translation>不暂停。</translation>
    </message>
    <message>
        <source>There is no record of the run.</source>
        <translation>没有这次执行的记录。</translation>
    </message>
    <message>
        <source>run a job now, and wait for its end</source>
        <translation>立即执行任务并等待结束</translation>
    </message>
    <message>
        <source>The exit code is 0 if the run succeeds and 1 if not.</source>
        <translation>执行成功时退出码为 0，否则为 1。</translation>
    </message>
    <message>
        <source>LAST RUN</source>
        <translation>上次执行</translation>
    </message>
    <message>
        <source>run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>by</source>
        <translation>发起者</translation>
    </message>
    <message>
        <source>due</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>返回值</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>下次执行</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次执行</translation>
    </message>
    <message>
        <source>does</source>
        <translation>执行内容</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>“%1” is neither the number of a run nor a job that has run.</source>
        <translation>“%1”既不是执行记录的编号，也不是执行过的任务。</translation>
    </message>
    <message>
        <source>The number of a run, or the ID of a job for its newest run.</source>
        <translation>执行记录的编号，或任务的 ID（取其最近一次执行）。</translation>
    </message>
    <message>
        <source>Go on until the run has ended.</source>
        <translation>持续输出，直到执行结束。</translation>
    </message>
    <message>
        <source>Begin with the last lines, so many.</source>
        <translation>从最后若干行开始。</translation>
    </message>
    <message>
        <source>Follow the newest run of a job</source>
        <translation>跟随任务最近一次执行的输出</translation>
    </message>
    <message>
        <source>There are no such runs.</source>
        <translation>没有这样的执行记录。</translation>
    </message>
    <message>
        <source>Stopping run %1.</source>
        <translation>正在终止执行 %1。</translation>
    </message>
    <message>
        <source>Only runs in these states, with commas between them: success, failed, timed_out, stopped, missed, skipped, interrupted, queued, running.</source>
        <translation>只列出处于这些状态的执行记录，以逗号分隔：success、failed、timed_out、stopped、missed、skipped、interrupted、queued、running。</translation>
    </message>
    <message>
        <source>Only runs that were due then or later.</source>
        <translation>只列出计划时间在此时或之后的执行记录。</translation>
    </message>
    <message>
        <source>Only runs that were due before then.</source>
        <translation>只列出计划时间在此之前的执行记录。</translation>
    </message>
    <message>
        <source>What went wrong with a job</source>
        <translation>一个任务出了什么问题</translation>
    </message>
    <message>
        <source>show a run</source>
        <translation>显示一次执行</translation>
    </message>
    <message>
        <source>stop runs that go on, with all they have started</source>
        <translation>终止正在进行的执行及其启动的一切</translation>
    </message>
    <message>
        <source>say how a run, or a due time without one, came about</source>
        <translation>说明一次执行或一个未执行的计划时间的来由</translation>
    </message>
    <message>
        <source>not running: no job starts by schedule</source>
        <translation>引擎未启动：不会按定时规则执行任务</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>missed in 24 h</source>
        <translation>24 小时内错过</translation>
    </message>
    <message>
        <source>say how the engine is doing</source>
        <translation>说明引擎的状况</translation>
    </message>
    <message>
        <source>The file “%1” cannot be removed.</source>
        <translation>无法删除文件“%1”。</translation>
    </message>
    <message>
        <source>A running engine knows the old one until its next start.</source>
        <translation>正在工作的引擎在下次启动前仍使用旧的令牌。</translation>
    </message>
    <message>
        <source>print the token that opens the HTTP API</source>
        <translation>输出 HTTP 接口的令牌</translation>
    </message>
    <message>
        <source>It is sent as a Bearer token, or as the password of the user carillon.</source>
        <translation>作为 Bearer 令牌发送，或作为用户 carillon 的密码。</translation>
    </message>
    <message>
        <source>Make a new one; the old one opens nothing then.</source>
        <translation>生成新的令牌，旧的随之失效。</translation>
    </message>
    <message>
        <source>After somebody has seen the old one</source>
        <translation>旧令牌被他人看到之后</translation>
    </message>
    <message>
        <source>It was cut short by a signal.</source>
        <translation>被信号中断。</translation>
    </message>
    <message>
        <source>What you wrote is kept in %1.</source>
        <translation>所写内容保存在 %1。</translation>
    </message>
    <message>
        <source>Adding jobs …</source>
        <translation>正在添加任务…</translation>
    </message>
    <message>
        <source>add a copy of a job, paused if it has a schedule</source>
        <translation>添加任务的副本，有计划的先暂停</translation>
    </message>
    <message>
        <source>%1 %2 %3 % %4</source>
        <extracomment>%1 what is being done, %2 a bar, %3 a number, %4 how long it has taken</extracomment>
        <translation>%1 %2 %3 % %4</translation>
    </message>
    <message>
        <source>The address of a Redis server is like redis://:PASSWORD@HOST:6379/0 or unix:///run/redis.sock.</source>
        <translation>Redis 服务器的地址形如 redis://:密码@主机:6379/0 或 unix:///run/redis.sock。</translation>
    </message>
    <message>
        <source>Redis over TLS (rediss://) is not supported; a tunnel can bring it here.</source>
        <translation>不支持通过 TLS 连接 Redis（rediss://）；可以使用隧道。</translation>
    </message>
    <message>
        <source>The server refuses: %1</source>
        <translation>服务器拒绝：%1</translation>
    </message>
    <message>
        <source>The server has closed the connection.</source>
        <translation>服务器关闭了连接。</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>服务器没有响应。</translation>
    </message>
    <message>
        <source>There is no host “%1”.</source>
        <translation>没有主机“%1”。</translation>
    </message>
    <message>
        <source>The list mode needs Redis 6.2 or newer.</source>
        <translation>list 模式需要 Redis 6.2 或更高版本。</translation>
    </message>
    <message>
        <source>%1; %2 accepted, %3 refused</source>
        <translation>%1；接受 %2 条，拒绝 %3 条</translation>
    </message>
    <message>
        <source>This Carillon was built without hiredis: it takes no messages from Redis servers.</source>
        <translation>此 Carillon 编译时没有 hiredis，不能从 Redis 服务器接收消息。</translation>
    </message>
    <message>
        <source>Take messages from this Redis server.</source>
        <translation>从此 Redis 服务器接收消息。</translation>
    </message>
    <message>
        <source>The channel or list there; default kinit_queue.</source>
        <translation>其中的频道或列表；默认 kinit_queue。</translation>
    </message>
    <message>
        <source>channel (published) or list (none is lost).</source>
        <translation>channel（发布的消息）或 list（不会丢失）。</translation>
    </message>
    <message>
        <source>The file whose first line is its password.</source>
        <translation>首行为其密码的文件。</translation>
    </message>
    <message>
        <source>--redis: others can read a password here; --redis-password-file names a file with it.</source>
        <translation>--redis：这里的密码会被他人看到；请用 --redis-password-file 指定密码文件。</translation>
    </message>
    <message>
        <source>--redis-mode: channel or list is accepted.</source>
        <translation>--redis-mode：可用 channel 或 list。</translation>
    </message>
    <message>
        <source>texts with commas between them</source>
        <translation>以逗号分隔的文本</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>大于 0 的数</translation>
    </message>
    <message>
        <source>a number of seconds above 0, none</source>
        <translation>大于 0 的秒数，none</translation>
    </message>
    <message>
        <source>--raw: bytes cannot be told in JSON.</source>
        <translation>--raw：原始字节无法用 JSON 表示。</translation>
    </message>
    <message>
        <source>Another program listens at the address of the API.</source>
        <translation>另一程序已在接口的地址上监听。</translation>
    </message>
    <message>
        <source>The settings would open the API to others without a login or encryption.</source>
        <translation>按此设置，接口将在没有登录或加密的情况下向他人开放。</translation>
    </message>
    <message>
        <source>The answer cannot be written: %1.</source>
        <translation>无法写出结果：%1。</translation>
    </message>
</context>
<context>
    <name>CronWords</name>
    <message>
        <source>&amp;Year</source>
        <translation>年(&amp;Y)</translation>
    </message>
    <message>
        <source>M&amp;onth</source>
        <translation>月(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日(&amp;D)</translation>
    </message>
    <message>
        <source>Wee&amp;k</source>
        <translation>周(&amp;K)</translation>
    </message>
    <message>
        <source>Day of &amp;week</source>
        <translation>星期(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Hour</source>
        <translation>小时(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Minute</source>
        <translation>分钟(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;econd</source>
        <translation>秒(&amp;E)</translation>
    </message>
    <message>
        <source>Year: 1970 to 9999. Left empty: every year.</source>
        <translation>年：1970–9999。留空表示每年。</translation>
    </message>
    <message>
        <source>Month: 1 to 12 or jan … dec. Left empty: every month, or January if only the year is given.</source>
        <translation>月份：1–12 或 jan … dec。留空表示每月；若只填写了年，则为 1 月。</translation>
    </message>
    <message>
        <source>Day of the month: 1 to 31, last, or forms like “2nd mon” and “last fri”. Left empty: every day, or day 1 if only month or year are given.</source>
        <translation>每月的日期：1–31、last，或“2nd mon”“last fri”这样的写法。留空表示每天；若只填写了月或年，则为 1 日。</translation>
    </message>
    <message>
        <source>Week: 1 to 53, counted as in ISO 8601. Left empty: every week.</source>
        <translation>周：1–53，按 ISO 8601 计算。留空表示每周。</translation>
    </message>
    <message>
        <source>Day of the week: 0 to 6 or mon … sun; 0 is Monday. Left empty: every day.</source>
        <translation>星期：0–6 或 mon … sun，0 表示周一。留空表示每天。</translation>
    </message>
    <message>
        <source>Hour: 0 to 23, ranges like 9-17, steps like */2, lists like 8,12,18. Left empty: every hour if minute or second is given, else 0.</source>
        <translation>小时：0–23、范围 9-17、步长 */2、列表 8,12,18。留空时：若填写了分钟或秒则为每小时，否则为 0。</translation>
    </message>
    <message>
        <source>Minute: 0 to 59, ranges like 0-30, steps like */5, lists like 0,30. Left empty: every minute if the second is given, else 0.</source>
        <translation>分钟：0–59、范围 0-30、步长 */5、列表 0,30。留空时：若填写了秒则为每分钟，否则为 0。</translation>
    </message>
    <message>
        <source>Second: 0 to 59, steps like */10. Left empty: 0.</source>
        <translation>秒：0–59、步长 */10。留空为 0。</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>每 5 分钟</translation>
    </message>
    <message>
        <source>Every hour, on the hour</source>
        <translation>每小时整点</translation>
    </message>
    <message>
        <source>Every day at 09:00</source>
        <translation>每天 09:00</translation>
    </message>
    <message>
        <source>Monday to Friday at 09:00</source>
        <translation>周一至周五 09:00</translation>
    </message>
    <message>
        <source>On the first of every month at 09:00</source>
        <translation>每月 1 日 09:00</translation>
    </message>
    <message>
        <source>Crontab, 5 fields (0 and 7 = Sunday)</source>
        <translation>Crontab，5 段（0 和 7 = 周日）</translation>
    </message>
    <message>
        <source>With seconds, 6 fields</source>
        <translation>含秒，6 段</translation>
    </message>
    <message>
        <source>Quartz, 6–7 fields (1 = Sunday)</source>
        <translation>Quartz，6–7 段（1 = 周日）</translation>
    </message>
    <message>
        <source>APScheduler fields (0 = Monday)</source>
        <translation>APScheduler 字段（0 = 周一）</translation>
    </message>
    <message>
        <source>APScheduler crontab, 5 fields (0 = Monday)</source>
        <translation>APScheduler crontab，5 段（0 = 周一）</translation>
    </message>
    <message>
        <source>kinit, 6–7 fields (0 = Monday)</source>
        <translation>kinit，6–7 段（0 = 周一）</translation>
    </message>
    <message>
        <source>Second, minute, hour, day of the month, month, weekday; 0 and 7 are Sunday.</source>
        <translation>依次为秒、分钟、小时、日、月、星期；0 和 7 都是周日。</translation>
    </message>
    <message>
        <source>Second, minute, hour, day of the month, month, weekday and, if wanted, year; 1 is Sunday. Either the day or the weekday is “?”.</source>
        <translation>依次为秒、分钟、小时、日、月、星期，还可加年；1 是周日。日和星期之一为“?”。</translation>
    </message>
    <message>
        <source>Second, minute, hour, day of the month, month, weekday and, if wanted, year; 0 is Monday.</source>
        <translation>依次为秒、分钟、小时、日、月、星期，还可加年；0 是周一。</translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, weekday; 0 is Monday.</source>
        <translation>依次为分钟、小时、日、月、星期；0 是周一。</translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, weekday; 0 and 7 are Sunday.</source>
        <translation>依次为分钟、小时、日、月、星期；0 和 7 都是周日。</translation>
    </message>
</context>
<context>
    <name>DurationText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Does nothing</source>
        <translation>不执行任何操作</translation>
    </message>
    <message>
        <source>Writes to the log: %1</source>
        <translation>写入日志：%1</translation>
    </message>
    <message>
        <source>Waits %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>Working folder: the workspace of the profile.</source>
        <translation>工作目录：数据目录中的 workspace。</translation>
    </message>
    <message>
        <source>Working folder: %1</source>
        <translation>工作目录：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n environment variable(s) added.</source>
        <translation>
            <numerusform>附加 %n 个环境变量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads prepared text on standard input.</source>
        <translation>从标准输入读取预设文本。</translation>
    </message>
    <message>
        <source>Output is read as %1.</source>
        <extracomment>%1 the name of an encoding, such as gb18030</extracomment>
        <translation>输出按 %1 读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n header(s) added.</source>
        <translation>
            <numerusform>添加 %n 个标头。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends a body of %1.</source>
        <translation>发送 %1 的正文。</translation>
    </message>
    <message>
        <source>Expects status %1.</source>
        <translation>期望状态 %1。</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message numerus="yes">
        <source> … (%n more character(s))</source>
        <translation>
            <numerusform> …（还有 %n 个字符）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <translation>%1 天 %2</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>%1 分钟后</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1 小时后</translation>
    </message>
    <message>
        <source>in %1 h %2 min</source>
        <translation>%1 小时 %2 分钟后</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message>
        <source>If still running: skip.</source>
        <translation>仍在执行时：跳过本次。</translation>
    </message>
    <message numerus="yes">
        <source>If still running: run alongside, at most %n at once, then skip.</source>
        <translation>
            <numerusform>仍在执行时：并行执行，最多同时 %n 个，超出则跳过本次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If still running: wait in a queue of up to %n.</source>
        <translation>
            <numerusform>仍在执行时：排队等待，队列最多 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>If still running: stop that run and start the new one.</source>
        <translation>仍在执行时：终止正在执行的一次，启动新的一次。</translation>
    </message>
    <message>
        <source>If missed: skip.</source>
        <translation>错过时：跳过。</translation>
    </message>
    <message>
        <source>If missed: run once, however late.</source>
        <translation>错过时：无论延迟多久，补执行一次。</translation>
    </message>
    <message>
        <source>If missed: run every missed one, however late.</source>
        <translation>错过时：无论延迟多久，逐次补执行。</translation>
    </message>
    <message>
        <source>If missed: run once when up to %1 late.</source>
        <translation>错过时：延迟不超过 %1则补执行一次。</translation>
    </message>
    <message>
        <source>If missed: run every missed one up to %1 late.</source>
        <translation>错过时：延迟不超过 %1的逐次补执行。</translation>
    </message>
    <message>
        <source>Retries %1, after %2 each.</source>
        <translation>重试 %1 次，每次间隔 %2。</translation>
    </message>
    <message>
        <source>Retries %1, %2 → %3.</source>
        <translation>重试 %1 次，间隔 %2 → %3。</translation>
    </message>
    <message>
        <source>Success: exit code %1.</source>
        <translation>成功条件：退出码为 %1。</translation>
    </message>
    <message>
        <source>Success: the output contains “%1”.</source>
        <translation>成功条件：输出包含“%1”。</translation>
    </message>
    <message>
        <source>Success: the output does not contain “%1”.</source>
        <translation>成功条件：输出不包含“%1”。</translation>
    </message>
    <message>
        <source>Only when there is a network.</source>
        <translation>仅在网络可用时执行。</translation>
    </message>
    <message>
        <source>Only on mains power.</source>
        <translation>仅在接通电源时执行。</translation>
    </message>
    <message>
        <source>Only when the computer was idle for %1.</source>
        <translation>仅在计算机空闲 %1后执行。</translation>
    </message>
    <message>
        <source>Starts after %1 succeeded.</source>
        <translation>在 %1 成功后启动。</translation>
    </message>
    <message>
        <source>Starts after %1 failed.</source>
        <translation>在 %1 失败后启动。</translation>
    </message>
    <message>
        <source>Starts after %1 ended.</source>
        <translation>在 %1 结束后启动。</translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation>超过 %1则终止。</translation>
    </message>
    <message>
        <source>No time-out.</source>
        <translation>不限超时时间。</translation>
    </message>
    <message>
        <source>Shares the queue “%1”.</source>
        <translation>共用队列“%1”。</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) ended by force</source>
        <translation>
            <numerusform>强制结束 %n 个进程</numerusform>
        </translation>
    </message>
    <message>
        <source>Started by hand</source>
        <translation>手动执行</translation>
    </message>
    <message>
        <source>Started late to catch up, due at %1</source>
        <translation>补执行，计划时间 %1</translation>
    </message>
    <message>
        <source>Started by its schedule, due at %1</source>
        <translation>按定时规则执行，计划时间 %1</translation>
    </message>
    <message>
        <source>Returned %1</source>
        <translation>返回值 %1</translation>
    </message>
    <message>
        <source>This run is waiting to start.</source>
        <translation>正在排队等待执行。</translation>
    </message>
    <message>
        <source>The program has written no output yet.</source>
        <translation>程序尚未产生输出。</translation>
    </message>
    <message>
        <source>This due time was missed; nothing ran.</source>
        <translation>错过了该计划时间，未执行。</translation>
    </message>
    <message>
        <source>This due time was skipped; nothing ran.</source>
        <translation>跳过了该计划时间，未执行。</translation>
    </message>
    <message>
        <source>This run never started.</source>
        <translation>本次未能开始执行。</translation>
    </message>
    <message>
        <source>The program wrote no output (exit %1, %2).</source>
        <translation>程序没有输出（退出码 %1，耗时 %2）。</translation>
    </message>
    <message>
        <source>The program wrote no output (%1).</source>
        <translation>程序没有输出（耗时 %1）。</translation>
    </message>
    <message>
        <source>Started by hand (%1)</source>
        <translation>手动启动（%1）</translation>
    </message>
    <message>
        <source>Started through the API</source>
        <translation>通过 API 启动</translation>
    </message>
    <message>
        <source>Started through the API (%1)</source>
        <translation>通过 API 启动（%1）</translation>
    </message>
    <message>
        <source>Attempt %1, because run %2 failed</source>
        <translation>第 %1 次尝试，因为执行 %2 失败</translation>
    </message>
    <message>
        <source>Started because run %1 had ended</source>
        <translation>因执行 %1 已结束而启动</translation>
    </message>
    <message>
        <source>Started again because run %1 was interrupted</source>
        <translation>因执行 %1 被中断而重新启动</translation>
    </message>
</context>
<context>
    <name>ScheduleNoteWords</name>
    <message>
        <source>about %1 times a day</source>
        <translation>每天约 %1 次</translation>
    </message>
    <message>
        <source>about once a day</source>
        <translation>每天约一次</translation>
    </message>
    <message>
        <source>about %1 times a week</source>
        <translation>每周约 %1 次</translation>
    </message>
    <message>
        <source>about once a week</source>
        <translation>每周约一次</translation>
    </message>
    <message>
        <source>about %1 times a month</source>
        <translation>每月约 %1 次</translation>
    </message>
    <message>
        <source>about once a month</source>
        <translation>每月约一次</translation>
    </message>
    <message>
        <source>about %1 times a year</source>
        <translation>每年约 %1 次</translation>
    </message>
    <message>
        <source>about once a year</source>
        <translation>每年约一次</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>还有一次</translation>
    </message>
    <message>
        <source>%1 more times</source>
        <translation>还有 %1 次</translation>
    </message>
    <message>
        <source>This schedule never fires again.</source>
        <translation>该定时规则不会再触发。</translation>
    </message>
    <message>
        <source>Fires every second — is that intended?</source>
        <translation>每秒都会触发，是否有意如此？</translation>
    </message>
    <message numerus="yes">
        <source>about once every %n years</source>
        <translation>
            <numerusform>约每 %n 年一次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out by exceptions: %1 and %n more dates in 13 months.</source>
        <translation>
            <numerusform>排除日期：%1，13 个月内另有 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out by exceptions: %1.</source>
        <translation>排除日期：%1。</translation>
    </message>
    <message>
        <source>29 Feb: next in %1.</source>
        <translation>2 月 29 日：下次在 %1 年。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between dates</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>not executable</source>
        <translation>没有执行权限</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被强制结束</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>异常中止</translation>
    </message>
    <message>
        <source>segmentation fault</source>
        <translation>段错误</translation>
    </message>
    <message>
        <source>Needs fixing</source>
        <translation>配置有误</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>等待触发</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已错过</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Schedule</source>
        <comment>started by</comment>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>Catch-up</source>
        <comment>started by</comment>
        <translation>补执行</translation>
    </message>
    <message>
        <source>You</source>
        <comment>started by</comment>
        <translation>手动</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>API</source>
        <comment>started by</comment>
        <translation>API</translation>
    </message>
    <message>
        <source>API: %1</source>
        <comment>started by</comment>
        <translation>API：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>started by</comment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Another job</source>
        <comment>started by</comment>
        <translation>其他任务</translation>
    </message>
    <message>
        <source>Interruption</source>
        <comment>started by</comment>
        <translation>中断恢复</translation>
    </message>
</context>
<context>
    <name>carillon::Desktop</name>
    <message>
        <source>Carillon keeps running</source>
        <translation>Carillon 仍在后台</translation>
    </message>
    <message>
        <source>Your jobs run on while the window is closed. Click the bell to open it again.</source>
        <translation>窗口关闭后任务会继续执行。单击铃铛图标可重新打开窗口。</translation>
    </message>
    <message>
        <source>Carillon could not start</source>
        <translation>Carillon 无法启动</translation>
    </message>
</context>
<context>
    <name>carillon::PythonExecutor</name>
    <message>
        <source>Python was asked whether this can be called and did not answer within %1.</source>
        <translation>已询问 Python 能否调用，但在 %1 内没有回答。</translation>
    </message>
    <message>
        <source>Carillon is being ended.</source>
        <translation>Carillon 正在结束。</translation>
    </message>
</context>
<context>
    <name>carillon::PythonProcess</name>
    <message>
        <source>Python functions cannot be called on this system yet; use a script.</source>
        <translation>此系统尚不能调用 Python 函数，请改用脚本。</translation>
    </message>
</context>
<context>
    <name>carillon::PythonWorker</name>
    <message>
        <source>The Python worker ended in the middle of the call — %1.</source>
        <extracomment>%1 is an exit code or signal, such as “exit code 3” or “segmentation fault (signal 11)”.</extracomment>
        <translation>Python 工作进程在调用中途结束 — %1。</translation>
    </message>
</context>
<context>
    <name>carillon::Scheduler</name>
    <message>
        <source>Carillon or the computer went down while this run was going on.</source>
        <translation>执行期间 Carillon 或计算机意外关闭。</translation>
    </message>
    <message>
        <source>Carillon was ended while this run was going on.</source>
        <translation>执行期间 Carillon 已退出。</translation>
    </message>
    <message>
        <source>Job %1 not found</source>
        <translation>找不到任务 %1</translation>
    </message>
    <message>
        <source>%1 The job “%2” was not saved.</source>
        <extracomment>%1 a sentence saying why, %2 name of a job</extracomment>
        <translation>%1 任务“%2”未保存。</translation>
    </message>
    <message>
        <source>A job with ID “%1” already exists — try “%2”.</source>
        <translation>任务 ID“%1”已存在，可使用“%2”。</translation>
    </message>
    <message>
        <source>Already running since %1.</source>
        <translation>自 %1 起正在执行。</translation>
    </message>
    <message>
        <source>Run %1 is not running.</source>
        <translation>执行记录 %1 未在执行。</translation>
    </message>
    <message>
        <source>Stopped before it started.</source>
        <translation>开始前已终止。</translation>
    </message>
    <message>
        <source>“%1” is not running.</source>
        <translation>“%1”未在执行。</translation>
    </message>
    <message>
        <source>Carillon failed: %1</source>
        <translation>Carillon 出错：%1</translation>
    </message>
    <message>
        <source>The schedule gives no later time after %1.</source>
        <translation>该计划在 %1 之后没有更晚的时间。</translation>
    </message>
    <message>
        <source>The database reported this run as not recorded. It was not started.</source>
        <translation>数据库报告本次执行未记录。未启动。</translation>
    </message>
    <message>
        <source>The job store failed: %1</source>
        <translation>任务存储出错：%1</translation>
    </message>
    <message>
        <source>It could not be planned: %1</source>
        <translation>无法安排：%1</translation>
    </message>
    <message>
        <source>The job “%1”, after which this one starts, was removed.</source>
        <translation>本任务所跟随的任务“%1”已被删除。</translation>
    </message>
    <message>
        <source>The scheduler is not running.</source>
        <translation>调度器未启动。</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of the interrupted runs were still there and have been ended.</source>
        <translation>
            <numerusform>被中断的执行还留有 %n 个进程，已终止。</numerusform>
        </translation>
    </message>
    <message>
        <source>The scheduler is already running.</source>
        <translation>调度器已启动。</translation>
    </message>
    <message>
        <source>The run could not be started: %1</source>
        <translation>无法启动本次执行：%1</translation>
    </message>
    <message>
        <source>No executor is called “%1”.</source>
        <translation>没有名为“%1”的执行器。</translation>
    </message>
    <message>
        <source>The job was removed before this run started.</source>
        <translation>任务在本次执行启动前已被删除。</translation>
    </message>
</context>
<context>
    <name>carillon::TrayIcon</name>
    <message>
        <source>&amp;Run</source>
        <translation>执行(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>恢复(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open Carillon</source>
        <translation>打开 Carillon(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit Carillon</source>
        <translation>退出 Carillon(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::ActionEditor</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>What the job does [func]</source>
        <translation>任务的执行内容 [func]</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Python function</source>
        <translation>Python 函数</translation>
    </message>
    <message>
        <source>In Carillon: write to the log</source>
        <translation>Carillon 内置：写入日志</translation>
    </message>
    <message>
        <source>In Carillon: wait</source>
        <translation>Carillon 内置：等待</translation>
    </message>
    <message>
        <source>In Carillon: nothing</source>
        <translation>Carillon 内置：无操作</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP 请求</translation>
    </message>
</context>
<context>
    <name>carillon::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>carillon::ui::BuiltInPage</name>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>A line for the run log</source>
        <translation>写入执行日志的一行</translation>
    </message>
    <message>
        <source>What is written to the run log [args]</source>
        <translation>写入执行日志的内容 [args]</translation>
    </message>
    <message>
        <source>&amp;Wait for</source>
        <translation>等待时长(&amp;W)</translation>
    </message>
    <message>
        <source>Length of the wait</source>
        <translation>等待长度</translation>
    </message>
    <message>
        <source>How long the run takes [args]</source>
        <translation>执行时长 [args]</translation>
    </message>
    <message>
        <source>Succeeds at once. Useful for trying out a schedule.</source>
        <translation>立即成功，可用于试验定时规则。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::ChangedBanner</name>
    <message>
        <source>This job was deleted meanwhile. Saving adds it again.</source>
        <translation>该任务已被删除，保存将重新添加。</translation>
    </message>
    <message>
        <source>This job was changed elsewhere meanwhile.</source>
        <translation>该任务已在别处被修改。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留当前修改</translation>
    </message>
</context>
<context>
    <name>carillon::ui::CronFieldGrid</name>
    <message>
        <source>Every field that is filled in must match: with a day and a day of the week, the job runs only on days that are both.</source>
        <translation>填写的各段必须同时满足：若同时填写了日和星期，只在两者都符合的日子执行。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::CronLine</name>
    <message>
        <source>Switch to “%1”</source>
        <translation>切换为“%1”</translation>
    </message>
    <message>
        <source>Day and weekday are both given: the job runs when either matches.</source>
        <translation>日和星期都已指定：满足任一条件即执行。</translation>
    </message>
    <message>
        <source>Day and weekday are both given: the job runs only when both match.</source>
        <translation>日和星期都已指定：须同时满足才执行。</translation>
    </message>
    <message>
        <source>E&amp;xpression</source>
        <translation>表达式(&amp;X)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::CronOptionsEdit</name>
    <message>
        <source>From</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>End at</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Skipped times</source>
        <translation>不存在的时刻</translation>
    </message>
    <message>
        <source>What to do about a time that the clocks skip when they go forward [dst_gap]</source>
        <translation>夏令时拨快时，不存在的时刻如何处理 [dst_gap]</translation>
    </message>
    <message>
        <source>Run right after the change</source>
        <translation>调整后立即执行</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>不执行</translation>
    </message>
    <message>
        <source>Repeated times</source>
        <translation>重复的时刻</translation>
    </message>
    <message>
        <source>What to do about a time that comes twice when the clocks go back [dst_overlap]</source>
        <translation>夏令时回拨时，出现两次的时刻如何处理 [dst_overlap]</translation>
    </message>
    <message>
        <source>Twice if it runs in every hour, else once</source>
        <translation>每小时都执行的执行两次，否则一次</translation>
    </message>
    <message>
        <source>Run once, the first time</source>
        <translation>只在第一次执行</translation>
    </message>
    <message>
        <source>Run twice</source>
        <translation>执行两次</translation>
    </message>
</context>
<context>
    <name>carillon::ui::CronPage</name>
    <message>
        <source>Use a common schedule</source>
        <translation>选用常见规则</translation>
    </message>
    <message>
        <source>S&amp;yntax</source>
        <translation>语法(&amp;Y)</translation>
    </message>
    <message>
        <source>This syntax has no words for the schedule, so nothing was rewritten.</source>
        <translation>此语法无法表达该规则，因此未作改写。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::DetailPane</name>
    <message>
        <source>This job has not run yet. Next: %1</source>
        <translation>该任务尚未执行。下次执行：%1</translation>
    </message>
    <message>
        <source>This job has not run yet.</source>
        <translation>该任务尚未执行。</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>立即执行一次</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行记录</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Runs of this job</source>
        <translation>该任务的执行记录</translation>
    </message>
</context>
<context>
    <name>carillon::ui::DurationEdit</name>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>carillon::ui::EncodingCombo</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>As this computer has it</source>
        <translation>与本机一致</translation>
    </message>
    <message>
        <source>How the bytes of the output are read as text; the log keeps them as they came [encoding]</source>
        <translation>输出字节按何种编码读作文本；日志保留原始字节 [encoding]</translation>
    </message>
</context>
<context>
    <name>carillon::ui::EnvironmentTable</name>
    <message>
        <source>The variable with the value “%1” has no name.</source>
        <translation>值为“%1”的变量没有名称。</translation>
    </message>
    <message>
        <source>“%1” is not a name for a variable — leave out the “=”.</source>
        <translation>“%1”不能作为变量名，请去掉“=”。</translation>
    </message>
    <message>
        <source>“%1” is given twice — keep one of them.</source>
        <translation>“%1”重复，请只保留一个。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Remove variable</source>
        <translation>移除变量</translation>
    </message>
</context>
<context>
    <name>carillon::ui::GeneralEditor</name>
    <message>
        <source>A job needs a name.</source>
        <translation>任务需要名称。</translation>
    </message>
    <message>
        <source>Made from the name</source>
        <translation>根据名称生成</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>What the job is called [name]</source>
        <translation>任务的名称 [name]</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>How other programs call the job; fixed once it is saved [id]</source>
        <translation>其他程序引用该任务所用的 ID，保存后不可更改 [id]</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>No&amp;tes</source>
        <translation>备注(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>启用(&amp;E)</translation>
    </message>
    <message>
        <source>A job that is not enabled is paused: it runs only by hand.</source>
        <translation>未启用的任务处于暂停状态，只能手动执行。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::HttpPage</name>
    <message>
        <source>“%1” is not a header — use Name: value.</source>
        <translation>“%1”不是标头，请按“名称: 值”填写。</translation>
    </message>
    <message>
        <source>The header “%1” is there twice.</source>
        <translation>标头“%1”重复。</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Where the request is sent: http or https, without user and password [args]</source>
        <translation>请求发送到哪里：http 或 https，不含用户名和密码 [args]</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>方法(&amp;M)</translation>
    </message>
    <message>
        <source>What is asked of the server [method]</source>
        <translation>请求方法 [method]</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>One per line: name, colon, value. Sent to the named host only [headers]</source>
        <translation>每行一个：名称、冒号、值。只发送给所填主机 [headers]</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>正文(&amp;B)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What is sent, in UTF-8. JSON is announced as such unless a header Content-Type says otherwise [body]</source>
        <translation>发送的内容，UTF-8 编码。除非 Content-Type 标头另有说明，JSON 会照此声明 [body]</translation>
    </message>
    <message>
        <source>E&amp;xpected status</source>
        <translation>期望状态(&amp;X)</translation>
    </message>
    <message>
        <source>Answers that count as success: numbers and ranges such as 200-299, 404 [expect]</source>
        <translation>视为成功的应答：数字和范围，如 200-299, 404 [expect]</translation>
    </message>
    <message>
        <source>Output &amp;encoding</source>
        <translation>输出编码(&amp;E)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::IntervalPage</name>
    <message>
        <source>An interval of 0 would never end — use more than 0.</source>
        <translation>间隔不能为 0，请填写大于 0 的值。</translation>
    </message>
    <message>
        <source>E&amp;very</source>
        <translation>每隔(&amp;V)</translation>
    </message>
    <message>
        <source>Length of the interval</source>
        <translation>间隔长度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Without a start, the first run is one interval after saving.</source>
        <translation>未填写生效时间时，保存后经过一个间隔首次执行。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>End at</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Counted from the start, not from the end of the previous run.</source>
        <translation>从开始时刻起算，而不是从上次执行结束起算。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::JobCommands</name>
    <message>
        <source>Pause “%1”</source>
        <translation>暂停“%1”</translation>
    </message>
    <message>
        <source>Resume “%1”</source>
        <translation>恢复“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n job(s)</source>
        <translation>
            <numerusform>暂停 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n job(s)</source>
        <translation>
            <numerusform>恢复 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)</source>
        <translation>
            <numerusform>删除 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>已删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n job(s)</source>
        <translation>
            <numerusform>已删除 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>新建“%1”</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
</context>
<context>
    <name>carillon::ui::JobEditor</name>
    <message>
        <source>Save the changes to this job?</source>
        <translation>是否保存对该任务的修改？</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New job[*]</source>
        <translation>新建任务[*]</translation>
    </message>
    <message>
        <source>Edit “%1”[*]</source>
        <translation>编辑“%1”[*]</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>执行内容</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
</context>
<context>
    <name>carillon::ui::JobListModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次执行</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次执行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>no more runs</source>
        <translation>不再执行</translation>
    </message>
</context>
<context>
    <name>carillon::ui::JobsPage</name>
    <message>
        <source>No job is in this state</source>
        <translation>没有处于该状态的任务</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的任务</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建任务</translation>
    </message>
</context>
<context>
    <name>carillon::ui::LogPane</name>
    <message>
        <source>This job has not run yet.</source>
        <translation>该任务尚未执行。</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · 执行记录 %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest line in sight (End)</source>
        <translation>始终显示最新一行（End）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected text, or all that is loaded</source>
        <translation>复制选中的文本，未选中时复制已加载的全部内容</translation>
    </message>
</context>
<context>
    <name>carillon::ui::LogView</name>
    <message>
        <source>Run log</source>
        <translation>执行日志</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::MainActions</name>
    <message>
        <source>&amp;New job…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit Carillon</source>
        <translation>退出 Carillon(&amp;Q)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About Carillon</source>
        <translation>关于 Carillon(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>立即执行一次(&amp;R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>终止(&amp;S)</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>恢复(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制任务(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Show l&amp;og</source>
        <translation>显示日志(&amp;O)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Resume all jobs</source>
        <translation>恢复全部任务(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause all jobs</source>
        <translation>暂停全部任务(&amp;P)</translation>
    </message>
    <message>
        <source>%1: select a job first</source>
        <translation>%1：请先选择任务</translation>
    </message>
    <message>
        <source>Stop: no selected job is running</source>
        <translation>终止：所选任务均未在执行</translation>
    </message>
    <message>
        <source>Show the log of the last run</source>
        <translation>显示上次执行的日志</translation>
    </message>
    <message>
        <source>Log: no selected job has run yet</source>
        <translation>日志：所选任务尚未执行</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>执行记录(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Detail pane</source>
        <translation>详情窗格(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Local</source>
        <translation>本地(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>UTC(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制任务</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>carillon::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Scheduler</source>
        <translation>调度器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running job(s)?</source>
        <translation>
            <numerusform>终止 %n 个正在执行的任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop them</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续执行</translation>
    </message>
    <message>
        <source>Run alongside</source>
        <translation>并行执行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are running.</source>
        <translation>
            <numerusform>%n 个任务正在执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>终止并退出</translation>
    </message>
    <message>
        <source>Keep running in background</source>
        <translation>在后台继续执行</translation>
    </message>
    <message>
        <source>About Carillon</source>
        <translation>关于 Carillon</translation>
    </message>
    <message>
        <source>Carillon %1</source>
        <translation>Carillon %1</translation>
    </message>
    <message>
        <source>Decides when work runs, runs it, remembers what happened and shows it.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>决定任务何时执行，执行它，记住结果并展示出来。

自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>筛选任务</translation>
    </message>
</context>
<context>
    <name>carillon::ui::OncePage</name>
    <message>
        <source>This time has passed. The job runs again only with a new time.</source>
        <translation>该时间已过，设置新的时间后任务才会再次执行。</translation>
    </message>
    <message>
        <source>In the past: it will run immediately if saved (late by %1).</source>
        <translation>时间已过：保存后将立即执行（延迟 %1）。</translation>
    </message>
    <message>
        <source>In the past: it will not run, because the missed-run rule does not allow it to be late by %1.</source>
        <translation>时间已过：错过触发策略不允许延迟 %1，因此不会执行。</translation>
    </message>
    <message>
        <source>The clocks skip this time in %1: it will run at %2.</source>
        <translation>该时刻在 %1 不存在：将在 %2 执行。</translation>
    </message>
    <message>
        <source>The clocks show this time twice in %1: it will run the first time.</source>
        <translation>该时刻在 %1 出现两次：将在第一次执行。</translation>
    </message>
    <message>
        <source>&amp;Date and time</source>
        <translation>日期和时间(&amp;D)</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>10 分钟后</translation>
    </message>
    <message>
        <source>Tonight 22:00</source>
        <translation>今晚 22:00</translation>
    </message>
    <message>
        <source>Tomorrow 09:00</source>
        <translation>明天 09:00</translation>
    </message>
</context>
<context>
    <name>carillon::ui::OtherPage</name>
    <message>
        <source>There is no schedule yet.</source>
        <translation>尚无定时规则。</translation>
    </message>
    <message>
        <source>Other schedule: made through the API or a jobs file. It is saved as it is; choose another kind to replace it.</source>
        <translation>其他规则：通过接口或任务文件创建，将原样保存；选择其他类型即可替换。</translation>
    </message>
    <message>
        <source>Definition of the schedule</source>
        <translation>规则定义</translation>
    </message>
</context>
<context>
    <name>carillon::ui::OverviewPanel</name>
    <message>
        <source>Paused: nothing starts by schedule.</source>
        <translation>已暂停，不会按定时规则执行。</translation>
    </message>
    <message>
        <source>No more runs.</source>
        <translation>不再执行。</translation>
    </message>
    <message>
        <source>This job has not run yet.</source>
        <translation>该任务尚未执行。</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1，耗时 %2</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>计划时间：%1</translation>
    </message>
    <message>
        <source>Returned %1</source>
        <translation>返回值 %1</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时规则</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>即将执行</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>上次结果</translation>
    </message>
    <message>
        <source>What it runs</source>
        <translation>执行内容</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>carillon::ui::PathEdit</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>carillon::ui::PreviewPanel</name>
    <message>
        <source>Next times</source>
        <translation>即将执行</translation>
    </message>
    <message>
        <source>Next times in %1</source>
        <translation>即将执行（%1）</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>After</source>
        <translation>间隔</translation>
    </message>
</context>
<context>
    <name>carillon::ui::ProcessPage</name>
    <message>
        <source>Which script? Choose a file or type its path.</source>
        <translation>缺少脚本，请选择文件或填写路径。</translation>
    </message>
    <message>
        <source>Which command? Type it as in a terminal.</source>
        <translation>缺少命令，请像在终端中那样输入。</translation>
    </message>
    <message>
        <source>Which program? Type its name or path.</source>
        <translation>缺少程序，请填写名称或路径。</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>命令行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>A name in the search path, or a file</source>
        <translation>搜索路径中的名称，或文件</translation>
    </message>
    <message>
        <source>What to run: the first of the arguments [args]</source>
        <translation>要执行的程序：第一个参数 [args]</translation>
    </message>
    <message>
        <source>The command line is given to the shell as it stands [shell]</source>
        <translation>命令行原样交给 Shell [shell]</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>A file; its extension or first line says how to run it</source>
        <translation>文件；按扩展名或首行决定如何执行</translation>
    </message>
    <message>
        <source>The script to run: the first of the arguments [args]</source>
        <translation>要执行的脚本：第一个参数 [args]</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>One per line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>One argument per line, without quotes; Shift+Enter breaks a line within an argument [args]</source>
        <translation>每行一个参数，不加引号；Shift+Enter 在参数内换行 [args]</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>工作目录(&amp;F)</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>工作目录</translation>
    </message>
    <message>
        <source>The workspace of the profile</source>
        <translation>数据目录中的 workspace</translation>
    </message>
    <message>
        <source>The folder the process starts in [cwd]</source>
        <translation>进程启动时所在的文件夹 [cwd]</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Variables added to your own [env]</source>
        <translation>附加到用户环境的变量 [env]</translation>
    </message>
    <message>
        <source>Inp&amp;ut</source>
        <translation>输入(&amp;U)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What the process reads from its standard input [stdin]</source>
        <translation>进程从标准输入读取的内容 [stdin]</translation>
    </message>
    <message>
        <source>Run in a &amp;shell (pipes, variables)</source>
        <translation>通过 Shell 执行（支持管道、变量）(&amp;S)</translation>
    </message>
    <message>
        <source>Output &amp;encoding</source>
        <translation>输出编码(&amp;E)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::PythonPage</name>
    <message>
        <source>Which function? Type it as package.module:function.</source>
        <translation>缺少函数，请按 package.module:function 填写。</translation>
    </message>
    <message>
        <source>“%1” is not a Python function — choose another kind above.</source>
        <translation>“%1”不是 Python 函数，请在上方选择其他类型。</translation>
    </message>
    <message>
        <source>This is a JSON object — use an array like [1, &quot;two&quot;].</source>
        <translation>这是 JSON 对象，请使用 [1, &quot;two&quot;] 这样的数组。</translation>
    </message>
    <message>
        <source>This is a JSON array — use an object like {&quot;name&quot;: 1}.</source>
        <translation>这是 JSON 数组，请使用 {&quot;name&quot;: 1} 这样的对象。</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>函数(&amp;F)</translation>
    </message>
    <message>
        <source>The function to call, looked for in the workspace first [func]</source>
        <translation>要调用的函数，优先在 workspace 中查找 [func]</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>Arguments by position, as a JSON array [args]</source>
        <translation>按位置传递的参数，JSON 数组 [args]</translation>
    </message>
    <message>
        <source>&amp;Keyword arguments</source>
        <translation>关键字参数(&amp;K)</translation>
    </message>
    <message>
        <source>Arguments by name, as a JSON object [kwargs]</source>
        <translation>按名称传递的参数，JSON 对象 [kwargs]</translation>
    </message>
</context>
<context>
    <name>carillon::ui::RulesEditor</name>
    <message>
        <source>If still &amp;running</source>
        <translation>并发策略(&amp;R)</translation>
    </message>
    <message>
        <source>Skip this run</source>
        <translation>跳过本次</translation>
    </message>
    <message>
        <source>Run alongside</source>
        <translation>并行执行</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>最大并发数(&amp;A)</translation>
    </message>
    <message>
        <source> at a time</source>
        <translation> 个同时执行</translation>
    </message>
    <message>
        <source>If &amp;missed</source>
        <translation>错过触发策略(&amp;M)</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>补执行一次</translation>
    </message>
    <message>
        <source>Run every missed one</source>
        <translation>逐次补执行</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>If &amp;late by up to</source>
        <translation>允许延迟时间(&amp;L)</translation>
    </message>
    <message>
        <source>Greatest lateness</source>
        <translation>允许延迟时间</translation>
    </message>
    <message>
        <source>However late</source>
        <translation>无论延迟多久</translation>
    </message>
    <message>
        <source>&amp;Time-out</source>
        <translation>超时时间(&amp;T)</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>超过此时间终止</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>超时时间</translation>
    </message>
    <message>
        <source>Stop by &amp;force after</source>
        <translation>强制终止等待(&amp;F)</translation>
    </message>
    <message>
        <source>Delay before force</source>
        <translation>强制终止前的等待时间</translation>
    </message>
    <message>
        <source>How many runs of this job may go on at once [max_instances]</source>
        <translation>该任务最多可同时执行的个数 [max_instances]</translation>
    </message>
    <message>
        <source>What happens to times that passed while the computer slept or Carillon was not running [coalesce, missed]</source>
        <translation>计算机休眠或 Carillon 未启动期间错过的触发如何处理 [coalesce, missed]</translation>
    </message>
    <message>
        <source>How late a run may start; what is later is recorded as missed [misfire_grace_time]</source>
        <translation>允许的最大延迟，超过则记为已错过 [misfire_grace_time]</translation>
    </message>
    <message>
        <source>No time is ever too late [misfire_grace_time]</source>
        <translation>无论多晚都会执行 [misfire_grace_time]</translation>
    </message>
    <message>
        <source>A run that takes longer is stopped [timeout]</source>
        <translation>执行超过此时间则终止 [timeout]</translation>
    </message>
    <message>
        <source>A run that is stopped gets a polite signal first; after this time it is ended by force [stop_delay]</source>
        <translation>终止时先发送结束信号，超过此时间则强制终止 [stop_delay]</translation>
    </message>
    <message>
        <source>Wait in a queue</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Replace the running one</source>
        <translation>替换正在执行的一次</translation>
    </message>
    <message>
        <source> waiting</source>
        <translation> 个等待</translation>
    </message>
    <message>
        <source>Most waiting runs</source>
        <translation>最多等待次数</translation>
    </message>
    <message>
        <source>What happens when the job falls due while it is still running [overlap]</source>
        <translation>任务到期时仍在执行该如何处理 [overlap]</translation>
    </message>
    <message>
        <source>How many runs of this job may wait for their turn; what comes on top is skipped [max_queued]</source>
        <translation>本任务最多可有多少次排队等待，超出的将被跳过 [max_queued]</translation>
    </message>
</context>
<context>
    <name>carillon::ui::RunListModel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>触发方式</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Return value</source>
        <translation>返回值</translation>
    </message>
</context>
<context>
    <name>carillon::ui::RunsPage</name>
    <message>
        <source>Runs of all jobs</source>
        <translation>全部任务的执行记录</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>尚无执行记录</translation>
    </message>
</context>
<context>
    <name>carillon::ui::Sidebar</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行记录</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已错过</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>从未执行</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>carillon::ui::ChannelField</name>
    <message>
        <source>%1 not connected</source>
        <translation>%1 未连接</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n refused</source>
        <translation>
            <numerusform>%1：%n 条被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages by %1</source>
        <translation>通过 %1 收到的消息</translation>
    </message>
    <message>
        <source>%1 done, %2 refused, %3 lost</source>
        <translation>已执行 %1 条，已拒绝 %2 条，已丢失 %3 条</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Refused messages</source>
        <translation>被拒绝的消息</translation>
    </message>
</context>
<context>
    <name>carillon::ui::StatusFields</name>
    <message>
        <source>nothing due</source>
        <translation>没有即将执行的任务</translation>
    </message>
    <message>
        <source>next %1 %2</source>
        <translation>下次：%1 %2</translation>
    </message>
    <message>
        <source>All jobs are paused</source>
        <translation>全部任务已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个执行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>On</source>
        <translation>运转中</translation>
    </message>
    <message>
        <source>No job starts by schedule. Click to resume.</source>
        <translation>不会按定时规则执行任务，单击以恢复。</translation>
    </message>
    <message>
        <source>Jobs start by schedule. Click to pause all.</source>
        <translation>正按定时规则执行任务，单击以全部暂停。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local (%1)</source>
        <translation>本地（%1）</translation>
    </message>
    <message>
        <source>The zone in which times are shown; no schedule changes with it</source>
        <translation>时间显示所用的时区，不影响任何定时规则</translation>
    </message>
</context>
<context>
    <name>carillon::ui::TriggerEditor</name>
    <message>
        <source>&amp;Once</source>
        <translation>指定时间(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>固定间隔(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Cron</source>
        <translation>Cron(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Manual only</source>
        <translation>仅手动(&amp;M)</translation>
    </message>
    <message>
        <source>Runs only when somebody starts it, from the window, the tray or the command line.</source>
        <translation>只能从窗口、系统托盘或命令行手动执行。</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>The zone in which the times above are meant [timezone]</source>
        <translation>以上时间所用的时区 [timezone]</translation>
    </message>
    <message>
        <source>O&amp;ther</source>
        <translation>其他(&amp;T)</translation>
    </message>
</context>
<context>
    <name>carillon::ui::TriggerPage</name>
    <message>
        <source>Ends before it starts (end %1, start %2).</source>
        <translation>结束时间（%1）早于开始时间（%2）。</translation>
    </message>
</context>
<context>
    <name>carillon::ui::ZoneCombo</name>
    <message>
        <source>“%1” is not a time zone — use a name like Asia/Shanghai or an offset like +08:00.</source>
        <translation>“%1”不是时区，请使用 Asia/Shanghai 这样的名称或 +08:00 这样的偏移。</translation>
    </message>
</context>
</TS>
