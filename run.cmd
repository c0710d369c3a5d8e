@echo off
rem The one door of Venue Suite on Windows. Needs JAVA_HOME at a JDK 25 and mvn on the PATH.
setlocal
cd /d "%~dp0"
if not exist "%JAVA_HOME%\bin\java.exe" (echo Set JAVA_HOME to a JDK 25. & exit /b 2)
if "%~1"=="" (echo Verbs: day bidopen evaluation witness centre seal inspect verify journal bench & exit /b 0)
set MAIN=venue.rehearsal.Main
set WORDS=%*
for /f "tokens=1,*" %%a in ("%*") do (set VERB=%%a& set REST=%%b)
if "%VERB%"=="centre" (set MAIN=venue.centre.CentreCommand& set WORDS=%REST%)
if "%VERB%"=="seal" (set MAIN=venue.parcel.SealCommand& set WORDS=%REST%)
if "%VERB%"=="inspect" (set MAIN=venue.parcel.InspectCommand& set WORDS=%REST%)
if "%VERB%"=="verify" (set MAIN=venue.verifier.VerifyCommand& set WORDS=%REST%)
if "%VERB%"=="journal" (set MAIN=venue.journal.JournalCommand& set WORDS=%REST%)
if "%VERB%"=="bench" (set MAIN=venue.bench.BenchCommand& set WORDS=%REST%)
if not exist shared\rehearsal\target\classpath.txt call mvn -B -q -Dmaven.test.skip=true -pl shared/rehearsal -am package || exit /b 2
set /p CP=<shared\rehearsal\target\classpath.txt
"%JAVA_HOME%\bin\java" -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -cp "%CP%" %MAIN% %WORDS%
exit /b %ERRORLEVEL%
