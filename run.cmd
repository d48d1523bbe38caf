@echo off
rem Double-click: serves the site. With words after it: runs that command.
if "%~1"=="" (py -3 "%~dp0run.py" serve) else (py -3 "%~dp0run.py" %*)
if errorlevel 1 pause
