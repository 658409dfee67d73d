@echo off
rem Starts Attune from its source on Windows: builds it when something changed since the last build, and otherwise starts at once.
rem Every argument goes to the program; "publish" alone is done here, because it needs the SDK.
setlocal
set "root=%~dp0"
set "app=%root%src\Attune.App"
set "stamp=%app%\bin\attune.windows.stamp"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_GENERATE_ASPNET_CERTIFICATE=false"

where dotnet >nul 2>nul || goto :nosdk
if /i "%~1"=="publish" goto :publish

if not exist "%stamp%" goto :build
powershell -NoProfile -NonInteractive -Command "$at=(Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $r=$env:root; $all=@(Get-ChildItem -Recurse -Force \"${r}src\" | Where-Object { $_.FullName -notmatch '\\(bin|obj)(\\|$)' }) + @(Get-Item \"${r}Directory.*.props\",\"${r}*.slnx\",\"${r}global.json\",\"${r}BannedSymbols.txt\",\"${r}.editorconfig\"); if ($all | Where-Object { $_.LastWriteTimeUtc -gt $at -and -not ($_.PSIsContainer -and (Test-Path \"$($_.FullName)\obj\")) } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto :build

:start
set "program="
for /f "usebackq delims=" %%P in ("%stamp%") do if not defined program set "program=%%P"
if not exist "%program%" goto :build
dotnet "%program%" %*
exit /b %errorlevel%

:build
call :needsdk || goto :nosdk
echo building... 1>&2
if not exist "%app%\bin" mkdir "%app%\bin"
rem The stamp carries the time at which the build began.
type nul > "%stamp%.new"
dotnet build "%app%\Attune.App.csproj" -c Release --nologo -v quiet -tl:off "-clp:NoSummary;ErrorsOnly" > "%app%\bin\build.log" 2>&1
if errorlevel 1 (
  type "%app%\bin\build.log" 1>&2
  del "%stamp%.new"
  echo Attune could not be built; the errors are above. 1>&2
  exit /b 1
)
powershell -NoProfile -NonInteractive -Command "$new=\"$($env:stamp).new\"; $at=(Get-Item -LiteralPath $new).LastWriteTimeUtc; $dll=Get-ChildItem -Recurse -Filter attune.dll \"$($env:app)\bin\Release\net10.0\" | Where-Object { $_.FullName -notmatch '\\ref(int)?\\' } | Sort-Object LastWriteTimeUtc | Select-Object -Last 1; if (-not $dll) { exit 1 }; [IO.File]::WriteAllText($new, $dll.FullName); (Get-Item -LiteralPath $new).LastWriteTimeUtc=$at; Move-Item -Force -LiteralPath $new $env:stamp"
if errorlevel 1 (
  echo The build left no attune.dll under src\Attune.App\bin\Release. 1>&2
  exit /b 1
)
goto :start

:publish
call :needsdk || goto :nosdk
set "out=%~2"
if "%out%"=="" set "out=%root%artifacts\publish"
for %%D in ("%out%") do set "out=%%~fD"
for %%R in (win-x64 osx-arm64 linux-x64) do call :one %%R || exit /b 1
exit /b 0

:one
set "folder=%out%\attune-%1"
if exist "%folder%" if not exist "%folder%\README.txt" (
  echo %folder% is there and is not one of ours: nothing was changed. 1>&2
  exit /b 1
)
if exist "%folder%" rmdir /s /q "%folder%"
echo publishing %1... 1>&2
dotnet publish "%app%\Attune.App.csproj" -c Release -r %1 --self-contained true --artifacts-path "%root%artifacts\publish-build" "-p:PathMap=%root%=/attune/" -o "%folder%" --nologo -v quiet -tl:off "-clp:NoSummary;ErrorsOnly" || exit /b 1
copy /b "%root%build\readme\common.txt"+"%root%build\readme\%1.txt" "%folder%\README.txt" >nul || exit /b 1
copy "%root%LICENSE" "%folder%\LICENSE.txt" >nul || exit /b 1
powershell -NoProfile -NonInteractive -Command "$f=Get-ChildItem -Recurse -File -LiteralPath $env:folder; '{0}  {1:N0} MB, {2} files' -f $env:folder, (($f | Measure-Object Length -Sum).Sum/1MB), $f.Count"
if not "%1"=="win-x64" echo   Windows keeps no permission to run: there, type  chmod +x attune  once.
exit /b 0

:needsdk
rem In the folder of global.json, so that the version it asks for is the one that answers.
pushd "%root%"
dotnet --version 2>nul | findstr /b "10." >nul
set "found=%errorlevel%"
popd
exit /b %found%

:nosdk
echo Attune needs the .NET 10 SDK to start from its source, and none was found: install it from https://dotnet.microsoft.com/download (a published folder needs nothing). 1>&2
exit /b 1
