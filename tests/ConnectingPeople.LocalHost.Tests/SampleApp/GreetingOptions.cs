namespace ConnectingPeople.SampleApp;

public sealed class GreetingOptions
{
    public string Word { get; set; } = "Hello";
}
