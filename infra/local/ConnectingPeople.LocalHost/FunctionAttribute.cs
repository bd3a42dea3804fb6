namespace ConnectingPeople.LocalHost;

/// <summary>Makes a public method of a public class a function of the app.</summary>
/// <param name="name">The name the host knows it by, unique in the app.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name the host knows the function by.</summary>
    public string Name { get; } = name;
}
