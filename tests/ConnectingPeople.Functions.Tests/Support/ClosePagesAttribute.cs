using System.Reflection;
using ConnectingPeople.Functions.Tests.Support;
using Xunit.v3;

[assembly: ClosePages]

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Closes each test's pages when it has ended.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosePagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Browser.Close(test.UniqueID);
}
