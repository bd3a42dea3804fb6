using System.Text.Json;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connecting-people-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_command_line_goes_before_the_environment_before_local_settings_before_the_sample()
    {
        string variable = $"CP_TEST_{folder.Name.Replace('-', '_')}";
        Environment.SetEnvironmentVariable($"{variable}__A", "environment");
        Environment.SetEnvironmentVariable($"{variable}__B", "environment");
        Write("app/local.settings.json", Values("file", $"{variable}__A", $"{variable}__B", $"{variable}__C"));
        Write("app/local.settings.sample.json", Values("sample", $"{variable}__A", $"{variable}__B", $"{variable}__C", $"{variable}__D"));

        ConfigurationManager settings = Settings("app", $"--{variable}__A", "command line");

        Assert.Equal("command line", settings[$"{variable}:A"]);
        Assert.Equal("environment", settings[$"{variable}:B"]);
        Assert.Equal("file", settings[$"{variable}:C"]);
        Assert.Equal("sample", settings[$"{variable}:D"]);
    }

    [Fact]
    public void Arguments_may_be_written_with_an_equals_sign_or_a_space_and_with_underscores_or_a_colon()
    {
        ConfigurationManager settings = Settings("app", "--A__B=1=2", "--A:C", "3", "--D=", "--E", "-4");

        Assert.Equal("1=2", settings["A:B"]);
        Assert.Equal("3", settings["A:C"]);
        Assert.Equal("", settings["D"]);
        Assert.Equal("-4", settings["E"]);
    }

    [Theory]
    [InlineData("stray", "The argument 'stray' isn't understood.")]
    [InlineData("--lonely", "The argument '--lonely' has no value. Write --lonely value.")]
    [InlineData("--", "The argument '--' isn't understood.")]
    public void An_argument_that_cannot_be_read_stops_the_start(string argument, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<StartException>(() => Settings("app", argument)).Message);

    [Theory]
    [InlineData("--port", "http", "--port http isn't a port.")]
    [InlineData("--port", "65536", "--port 65536 isn't a port.")]
    [InlineData("--now", "noon", "--now noon isn't an instant.")]
    public void An_option_that_cannot_be_read_stops_the_start(string name, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<StartException>(() => LocalHostOptions.Read(CommandLine.Read([name, value]))).Message);

    [Fact]
    public void The_files_are_looked_for_upward_as_far_as_host_json_and_then_beside_the_app()
    {
        Write("local.settings.json", """{"Values": {"Where": "too far up"}}""");
        Write("top/host.json", "{}");
        Write("top/inner/deeper/nothing.txt", "");
        Write("app/local.settings.json", """{"Values": {"Where": "beside the app"}}""");

        Assert.Equal("beside the app", Settings("top/inner/deeper")["Where"]);
        Write("top/local.settings.json", """{"Values": {"Where": "at the top"}}""");
        Assert.Equal("at the top", Settings("top/inner/deeper")["Where"]);
        Write("top/inner/local.settings.json", """{"Values": {"Where": "on the way"}}""");
        Assert.Equal("on the way", Settings("top/inner/deeper")["Where"]);
        Assert.Equal("beside the app", Settings("nowhere-near")["Where"]);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"Values": []}""")]
    public void A_settings_file_that_cannot_be_read_is_named(string content)
    {
        Write("app/local.settings.json", content);

        Assert.StartsWith(Path.Combine(folder.FullName, "app", "local.settings.json"), Assert.Throws<StartException>(() => Settings("app")).Message);
    }

    [Fact]
    public void Host_json_says_how_http_and_queues_go_and_settings_go_before_it()
    {
        Write("app/host.json", """
            {"extensions": {"http": {"routePrefix": ""}, "queues": {"batchSize": 8, "maxDequeueCount": 2, "visibilityTimeout": "00:00:07", "maxPollingInterval": "00:00:03"}}}
            """);

        HostJson host = HostJson.Read(PathTo("app"), Settings("app", "--AzureFunctionsJobHost__extensions__queues__maxDequeueCount", "9"));

        Assert.Equal("", host.RoutePrefix);
        Assert.Equal((8, 4, 9), (host.Queues.BatchSize, host.Queues.NewBatchThreshold, host.Queues.MaxDequeueCount));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3)), (host.Queues.VisibilityTimeout, host.Queues.MaxPollingInterval));
    }

    [Fact]
    public void Without_host_json_the_real_hosts_defaults_hold()
    {
        HostJson host = HostJson.Read(PathTo("app"), Settings("app"));

        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal((16, 8, 5), (host.Queues.BatchSize, host.Queues.NewBatchThreshold, host.Queues.MaxDequeueCount));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(1)), (host.Queues.VisibilityTimeout, host.Queues.MaxPollingInterval));
    }

    [Theory]
    [InlineData("""{"extensions": {"queues": {"batchSize": 33}}}""", "batchSize must be 1 to 32")]
    [InlineData("""{"extensions": {"queues": {"batchSize": "many"}}}""", "many")]
    [InlineData("""{"extensions": {"queues": {"newBatchThreshold": -1}}}""", "newBatchThreshold must not be negative")]
    [InlineData("""{"extensions": {"queues": {"maxDequeueCount": 0}}}""", "maxDequeueCount must be at least 1")]
    [InlineData("""{"extensions": {"queues": {"visibilityTimeout": "8.00:00:00"}}}""", "visibilityTimeout must be between")]
    [InlineData("""{"extensions": {"queues": {"maxPollingInterval": "00:00:00"}}}""", "maxPollingInterval must be at least")]
    [InlineData("not JSON", "host.json can't be used")]
    public void A_bad_host_json_stops_the_start(string content, string sentence)
    {
        Write("app/host.json", content);

        Assert.Contains(sentence, Assert.Throws<StartException>(() => HostJson.Read(PathTo("app"), Settings("nowhere"))).Message);
    }

    private static string Values(string value, params string[] names) =>
        JsonSerializer.Serialize(new { Values = names.ToDictionary(name => name, _ => value) });

    private ConfigurationManager Settings(string from, params string[] arguments)
    {
        Directory.CreateDirectory(PathTo(from));
        ConfigurationManager configuration = new();
        AppSettings.Add(configuration, new Launch(arguments, []) { AppFolder = PathTo("app"), CurrentFolder = PathTo(from) });
        return configuration;
    }

    private string PathTo(string path) => Path.Combine(folder.FullName, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(path))!);
        File.WriteAllText(PathTo(path), content);
    }
}
