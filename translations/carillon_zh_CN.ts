<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>“%1” is not known; accepted: carillon:command, carillon:script, carillon:log, carillon:sleep, carillon:noop and package.module:function of Python.</source>
        <translation>无法识别“%1”，可使用 carillon:command、carillon:script、carillon:log、carillon:sleep、carillon:noop，或 Python 的 package.module:function。</translation>
    </message>
    <message>
        <source>“%1” is not a function; package.module:function, carillon:command or carillon:script are accepted.</source>
        <translation>“%1”不是函数，可使用 package.module:function、carillon:command 或 carillon:script。</translation>
    </message>
    <message>
        <source>trigger: %1</source>
        <translation>trigger：%1</translation>
    </message>
    <message>
        <source>“trigger” must be date, interval, cron, manual or an object.</source>
        <translation>“trigger”必须是 date、interval、cron、manual 或一个对象。</translation>
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
        <source>No job store is called “%1”; there is “default”.</source>
        <translation>没有名为“%1”的任务存储，可使用“default”。</translation>
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
        <source>max_instances must be 1 to %1.</source>
        <translation>max_instances 必须为 1–%1。</translation>
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
        <source>The delay before force must be 0 to 3600 seconds.</source>
        <translation>强制终止前的等待时间必须为 0–3600 秒。</translation>
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
        <source>No executor is called “%1”; default, threadpool and processpool are accepted.</source>
        <translation>没有名为“%1”的执行器，可使用 default、threadpool 或 processpool。</translation>
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
        <source>&apos;%1-%2&apos; runs backwards; %2-%1 is accepted</source>
        <translation>“%1-%2”顺序颠倒，可使用 %2-%1</translation>
    </message>
    <message>
        <source>a step is not accepted after a single value</source>
        <translation>单个值之后不能有步长</translation>
    </message>
    <message>
        <source>the step %1 does not fit; 1-%2 is accepted</source>
        <translation>步长 %1 不合适，可使用 1–%2</translation>
    </message>
    <message>
        <source>a step is missing; 1-%1 is accepted</source>
        <translation>缺少步长，可使用 1–%1</translation>
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
        <source>&apos;%1&apos; needs a weekday after a blank; %2 accepted</source>
        <translation>“%1”之后需要空格和星期，可使用 %2</translation>
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
        <source>If still running: skip.</source>
        <translation>仍在执行时：跳过本次。</translation>
    </message>
    <message numerus="yes">
        <source>If still running: run alongside, at most %n at once, then skip.</source>
        <translation>
            <numerusform>仍在执行时：并行执行，最多同时 %n 个，超出则跳过本次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation>超过 %1则终止。</translation>
    </message>
    <message>
        <source>No time-out.</source>
        <translation>不限超时时间。</translation>
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
    <name>RunLogs</name>
    <message>
        <source>The log “%1” cannot be read: %2.</source>
        <translation>无法读取日志“%1”：%2。</translation>
    </message>
    <message>
        <source>The log of run %1 is already open.</source>
        <translation>执行记录 %1 的日志已打开。</translation>
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
</context>
<context>
    <name>Store</name>
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
        <source>The job database “%1” cannot be used. %2 It was left untouched: move it away or put a copy in its place.</source>
        <translation>任务数据库“%1”无法使用。%2 文件未作改动：请将其移走，或用备份替换。</translation>
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
    <name>carillon::ui::JobCommands</name>
    <message>
        <source>Already running since %1.</source>
        <translation>自 %1 起正在执行。</translation>
    </message>
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
</TS>
