namespace ConnectingPeople.LocalHost;

/// <summary>Names the method that the host runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
