@echo off
rem Double-click: serves the site. With a word after it: runs that command.
set "command=%*"
if "%command%"=="" set "command=serve"
py -3 "%~dp0run.py" %command%
if errorlevel 1 pause
